import type { Use } from '@/lib/citations/references'

/** The raised number of a reference; leads down to the list and can be come back to. */
export function Ref({ use, within = '' }: { use: Use | undefined; within?: string | undefined }) {
  if (!use) return null
  return (
    <a className="ref" id={`${within}cite-${use.number}-${use.letter}`} href={`#${within}ref-${use.number}`}>
      {use.number}
    </a>
  )
}
