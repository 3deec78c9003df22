'use client'
import { lookOf } from '@/components/kinds/looks'
import type { Look } from '@/lib/editing/preview'

/** An entry's text as readers would see it, by what shows it to them. */
export function LookView({ look }: { look: Look }) {
  const Shown = lookOf(look.kind)
  return <Shown shown={look.shown} />
}
