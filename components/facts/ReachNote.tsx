import { ShownOn } from '@/components/entries/ShownOn'
import type { Reach } from '@/lib/entries/reach'
import { messages } from '@/lib/messages/messages'

/** On how many pages a change of a fact will be seen, before it is made. */
export function ReachNote({ reach: { places, count } }: { reach: Reach }) {
  if (count === 0) return null
  return (
    <p className="quiet">
      <ShownOn words={messages().newFact.reach(count)} places={places} more={count - places.length} />
    </p>
  )
}
