'use client'
import { messages } from '@/lib/messages/messages'
import { useUnplacedFacts } from './facts-of-page'

/** Says, below a text, that facts about the page have no place in it, and how they get one. */
export function UnplacedNote() {
  const { length } = useUnplacedFacts()
  return length === 0 ? null : <p className="hint">{messages().facts.inPage.unplacedHint(length)}</p>
}
