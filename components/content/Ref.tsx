import type { Use } from '@/lib/facts/references'

/** The raised number of a reference; leads down to the list and can be come back to. */
export function Ref({ use }: { use: Use | undefined }) {
  if (!use) return null
  return (
    <a className="ref" id={`cite-${use.number}-${use.letter}`} href={`#ref-${use.number}`}>
      {use.number}
    </a>
  )
}
