'use client'
import { useEffect, useState } from 'react'
import type { DraftKeeper } from './draft-keeper'
import type { Draft } from './draft-store'
import { firstWords } from './first-words'

/** What an author is shown of a draft of theirs. */
export interface Described {
  key: string
  at: number
  words: string
  /** Where its form stands, for a draft of another form. */
  path?: string | undefined
}

/** What a form tells of other drafts, and what can be done with them. */
export interface Offers {
  /** Drafts for this very form that were not sent, the newest first. */
  offered: Described[]
  takeUp: (key: string) => void
  leave: () => void
  throwAway: (key: string) => void
  /** What could make room for this form's own draft, the oldest first; null while there is room. */
  inTheWay: Described[] | null
}

/**
 * Offers what was written in this form before and never sent, but for what is being written on in another tab. `start`
 * is what the form says when nothing is written in it. `isFull` says that this browser has no room for a draft.
 */
export function useOffers<Form>(
  keeper: DraftKeeper<Form> | null,
  start: Form,
  isFull: boolean,
  onTake: (draft: Draft<Form>) => void,
  onRoom: () => void,
): Offers {
  const [drafts, setDrafts] = useState<Draft<Form>[]>([])
  const [others, setOthers] = useState<Draft<object>[]>([])
  useEffect(() => {
    void keeper?.offers().then(setDrafts)
  }, [keeper])
  useEffect(() => {
    if (isFull) void keeper?.others().then(setOthers)
  }, [keeper, isFull])

  const describe = ({ key, at, form, path }: Draft<unknown>): Described => ({
    key,
    at,
    path,
    words: firstWords(form, start),
  })
  const without =
    <D extends { key: string }>(key: string) =>
    (now: D[]) =>
      now.filter((one) => one.key !== key)

  return {
    offered: drafts.map(describe),
    takeUp(key) {
      const draft = drafts.find((one) => one.key === key)
      if (draft) onTake(draft)
      setDrafts(without(key))
    },
    leave: () => setDrafts([]),
    throwAway(key) {
      keeper?.throwAway({ key })
      setDrafts(without(key))
      setOthers(without(key))
      if (isFull) onRoom()
    },
    inTheWay: isFull ? others.map(describe) : null,
  }
}
