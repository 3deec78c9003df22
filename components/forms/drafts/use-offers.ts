'use client'
import { useEffect, useState } from 'react'
import type { DraftKeeper } from './draft-keeper'
import type { Draft } from './draft-store'
import { firstWords } from './first-words'

/** A draft as its author sees it in the list. */
export interface Described {
  key: string
  at: number
  words: string
  /** The path of its form, for a draft of another form. */
  path?: string | undefined
}

/** Other drafts, and what can be done with them. */
export interface Offers {
  /** Unsent drafts for this very form, newest first. */
  offered: Described[]
  takeUp: (key: string) => void
  leave: () => void
  throwAway: (key: string) => void
  /** Drafts that could be deleted to make room, oldest first; null while there is room. */
  inTheWay: Described[] | null
}

/**
 * Offers the unsent drafts for this form, except those open in another tab. `start` is the form's initial content.
 * `isFull` says that this browser has no room for a draft.
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
