import type { Use } from '@/lib/citations/references'

/** The superscript number of a reference, linked to the list; the list links back to it. */
export function Ref({ use, within = '' }: { use: Use | undefined; within?: string | undefined }) {
  if (!use) return null
  return (
    <a
      className="ref"
      role="doc-noteref"
      id={use.letter === null ? undefined : `${within}cite-${use.number}-${use.letter}`}
      href={`#${within}ref-${use.number}`}
    >
      {use.number}
    </a>
  )
}
