'use client'
import { useMemo, useState } from 'react'
import type { RichDocument } from '@/lib/content/document'
import type { Place } from '@/lib/errors/place'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { type Cut, cutAt, edgesOf, sectionsOf } from '@/lib/pages/sections'

/** The fields that a form for one section shows. */
const isShown = (field: string) => /^(body|summary|sources)(\.|$)/.test(field)

/** What the form for one section knows of the whole page. */
interface Written {
  content: PageContent
  version: number
  fields: Record<string, string>
  /** Where it was refused. */
  places: Place[]
}

/** Whether a place of the body is in the section. */
function isInside({ path: [field, , block] }: Place, cut: Cut | null): boolean {
  if (field !== 'body' || typeof block !== 'number' || !cut) return true
  return block >= cut.before.length && block < cut.before.length + cut.section.length
}

interface Section {
  /** The body cut at the section's edges; null where the whole page is edited. */
  cut: Cut | null
  /** The requested section is not on the page. */
  isGone: boolean
  showWhole: () => void
  /** The body with these blocks in the section's place. */
  withSection: (section: RichDocument) => RichDocument
}

/**
 * Edits one section of a page: the form holds the whole page, so that it is stored, merged and sent as usual, but shows
 * the section only. `version` counts how often the form's content was replaced. A problem outside of the section shows
 * the whole page.
 */
export function useSection(
  asked: string | null,
  original: PageContent,
  { content, version, fields, places }: Written,
): Section {
  const [isWhole, setIsWhole] = useState(asked === null)
  const [edges] = useState(() => (asked === null ? null : edgesOf(original.body.content, asked)))
  // biome-ignore lint/correctness/useExhaustiveDependencies: edges are cut anew when the form was replaced, not as one types
  const cut = useMemo(
    () => (edges && !isWhole ? cutAt(content.body.content, edges) : null),
    [edges, isWhole, version],
  )
  if (!isWhole && !(Object.keys(fields).every(isShown) && places.every((place) => isInside(place, cut))))
    setIsWhole(true)
  return {
    cut,
    isGone: asked !== null && !isWhole && cut === null,
    showWhole: () => setIsWhole(true),
    withSection: ({ content: section }) => ({
      type: 'doc',
      content: cut ? [...cut.before, ...section, ...cut.after] : section,
    }),
  }
}

/** The anchor of the section on the saved page; nothing where its heading is gone. */
export function anchorOfSection(heading: string | null, content: PageContent): string | undefined {
  const block = content.body.content.find((one) => one.attrs.id === heading)
  return block && sectionsOf(content.body.content).get(block)?.id
}
