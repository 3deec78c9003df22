'use client'
import { StartElements } from '@/components/elements/StartElements'
import type { FactPreview } from '@/lib/facts/preview'
import { FactLook } from './FactLook'

/** Preview of a fact's card. */
export function FactPreviewCard({ shown }: { shown: FactPreview }) {
  return (
    <>
      <FactLook shown={shown} />
      <StartElements />
    </>
  )
}
