import { newKey } from './attempt'
import {
  type Draft,
  draftKey,
  draftsFor,
  draftsOf,
  isFor,
  isVisitors,
  keepDraft,
  readDraft,
  type Store,
} from './draft-store'
import type { OpenDrafts } from './open-drafts'

/** Where a form keeps its words. */
export interface Place {
  /** The account that writes; null for a visitor. */
  account: number | null
  /** The entry, or what is being made. */
  what: string
  /** The browser's store, and the tab's. */
  store: Store
  tab: Store
  open: OpenDrafts
  /** Whether this page was there before: reloaded, or gone back to. */
  isComingBack: boolean
  path: string
}

export type DraftKeeper<Form> = ReturnType<typeof createDraftKeeper<Form>>

/**
 * Keeps the words of one form that is open under a key of its own, which no other form ever writes to: so tabs cannot
 * take each other's words, also when one is a copy of the other. What it takes up from elsewhere is kept under its own
 * key first, and removed there only where no open form holds it and it still says the same.
 */
export function createDraftKeeper<Form>(place: Place) {
  const { account, what, store, tab, open, isComingBack, path } = place
  const here = `loreleaf:draft-here:${what}`
  let key = draftKey(account, what, newKey())
  let release = open.hold(key)
  // A second new thing starts empty, and what the first said is offered; an entry that is there is gone on with.
  const startsAnew = !isComingBack && isForNew(what)
  const before = tab.getItem(here)
  if (startsAnew) quietly(() => tab.removeItem(here))

  function keep(form: Form, at: number): boolean {
    const isKept = keepDraft(store, key, { form, at, path })
    if (isKept) quietly(() => tab.setItem(here, key))
    return isKept
  }

  /** Takes another draft's words under this form's own key. */
  function moveHere({ key: from, form, at }: Draft<Form>): void {
    const said = store.getItem(from)
    // The old one goes only where the new one has found room, of its own or in its place.
    const isRoomy = keep(form, at)
    open.ifFree(from, () => {
      if (store.getItem(from) !== said) return
      store.removeItem(from)
      if (!isRoomy && !keep(form, at)) quietly(() => store.setItem(from, said ?? ''))
    })
  }

  return {
    /**
     * What this tab's form said before: after a reload or going back, of an entry that is there whenever it is opened,
     * and what a visitor wrote before they signed in.
     * Null where it starts anew.
     */
    ownFromBefore(): Draft<Form> | null {
      const isOwn = before !== null && isFor(before, account, what)
      const draft = isOwn ? readDraft<Form>(store, before) : null
      const goesOn = !startsAnew || (draft !== null && account !== null && isVisitors(draft.key))
      return goesOn ? draft : null
    },
    moveHere,
    /** Keeps what is written now; false when there is no room. */
    keep: (form: Form) => keep(form, Date.now()),
    /** Forgets this form's draft, and no other: it is saved, was thrown away on purpose, or says nothing any more. */
    forget: () => store.removeItem(key),
    /** Starts a draft of its own; what was kept until now stays, for another time. */
    startOver() {
      release()
      key = draftKey(account, what, newKey())
      release = open.hold(key)
    },
    /** Drafts for this form that nobody is writing on, the newest first. */
    async offers(): Promise<Draft<Form>[]> {
      const held = await open.held()
      return draftsFor<Form>(store, account, what).filter((one) => one.key !== key && !held.has(one.key))
    },
    /** All drafts of this account, or of a visitor, that could make room, the oldest first. */
    async others(): Promise<Draft<object>[]> {
      const held = await open.held()
      return draftsOf(store, account)
        .filter((one) => one.key !== key && !held.has(one.key))
        .reverse()
    },
    throwAway: (draft: { key: string }) => store.removeItem(draft.key),
    /** Lets go of it when the form is closed without its tab. */
    end: () => release(),
  }
}

/** Whether a form makes something new: each time it is opened it may be meant for another thing. */
const isForNew = (what: string) => /^(?:page|fact|source)-new(?:-|$)/.test(what)

/** A browser that keeps nothing is noticed where something is to be kept. */
function quietly(work: () => void): void {
  try {
    work()
  } catch {}
}
