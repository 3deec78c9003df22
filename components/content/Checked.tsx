import type { SaidBy } from '@/lib/facts/checks/counted'
import type { Verdict } from '@/lib/facts/checks/schema'
import { messages } from '@/lib/messages/messages'

/** Who says the same of a source: how many, when last, and their names. */
export function Checked({ says, by }: { says: Verdict; by: SaidBy }) {
  return (
    <p className="quiet" dir="auto">
      {messages().checks.by[says](by.count, by.last, by.names, by.more)}
    </p>
  )
}
