'use client'
import { StartElements } from '@/components/elements/StartElements'
import type { PagePreview } from '@/lib/pages/preview'
import { PageLook } from './PageLook'

/** Preview of a page's text. */
export function PagePreviewText({ shown }: { shown: PagePreview }) {
  return (
    <>
      <PageLook shown={shown} />
      <StartElements />
    </>
  )
}
