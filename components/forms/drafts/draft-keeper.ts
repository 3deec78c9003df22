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

/** Where a form stores its draft. */
export interface Place {
  /** The account that edits; null for a visitor. */
  account: number | null
  /** The entry, or what is being created. */
  what: string
  /** The browser's storage, and the tab's. */
  store: Store
  tab: Store
  open: OpenDrafts
  /** Whether this page was open before: reloaded, or navigated back to. */
  isComingBack: boolean
  path: string
}

export type DraftKeeper<Form> = ReturnType<typeof createDraftKeeper<Form>>

/**
 * Stores the draft of one open form under a key of its own, which no other form ever writes to: so tabs cannot
 * overwrite each other's drafts, also when one is a copy of the other. A draft taken over from elsewhere is stored
 * under the own key first, and removed there only where no open form holds it and it is unchanged.
 */
export function createDraftKeeper<Form>(place: Place) {
  const { account, what, store, tab, open, isComingBack, path } = place
  const here = `loreleaf:draft-here:${what}`
  let key = draftKey(account, what, newKey())
  let release = open.hold(key)
  // The form of a second new entry starts empty, and offers the first one's draft; an existing entry's draft is
  // continued.
  const startsAnew = !isComingBack && isForNew(what)
  const before = tab.getItem(here)
  if (startsAnew) quietly(() => tab.removeItem(here))

  function keep(form: Form, at: number): boolean {
    const isKept = keepDraft(store, key, { form, at, path })
    if (isKept) quietly(() => tab.setItem(here, key))
    return isKept
  }

  /** Copies another draft to this form's own key. */
  function moveHere({ key: from, form, at }: Draft<Form>): void {
    const said = store.getItem(from)
    // The old one is removed only after the new one was stored.
    const isRoomy = keep(form, at)
    open.ifFree(from, () => {
      if (store.getItem(from) !== said) return
      store.removeItem(from)
      if (!isRoomy && !keep(form, at)) quietly(() => store.setItem(from, said ?? ''))
    })
  }

  return {
    /**
     * What this tab's form held before: after a reload or going back, of an existing entry whenever it is opened, and
     * what a visitor wrote before they signed in. Null where it starts fresh.
     */
    ownFromBefore(): Draft<Form> | null {
      const isOwn = before !== null && isFor(before, account, what)
      const draft = isOwn ? readDraft<Form>(store, before) : null
      const goesOn = !startsAnew || (draft !== null && account !== null && isVisitors(draft.key))
      return goesOn ? draft : null
    },
    moveHere,
    /** Stores the draft now; false when there is no room. */
    keep: (form: Form) => keep(form, Date.now()),
    /** Deletes this form's draft, and no other: it was saved, was discarded, or is empty. */
    forget: () => store.removeItem(key),
    /** Starts another draft; the one stored until now stays for later. */
    startOver() {
      release()
      key = draftKey(account, what, newKey())
      release = open.hold(key)
    },
    /** Drafts for this form that no open form is editing, newest first. */
    async offers(): Promise<Draft<Form>[]> {
      const held = await open.held()
      return draftsFor<Form>(store, account, what).filter((one) => one.key !== key && !held.has(one.key))
    },
    /** All drafts of this account, or of a visitor, that could make room, oldest first. */
    async others(): Promise<Draft<object>[]> {
      const held = await open.held()
      return draftsOf(store, account)
        .filter((one) => one.key !== key && !held.has(one.key))
        .reverse()
    },
    throwAway: (draft: { key: string }) => store.removeItem(draft.key),
    /** Releases the key when the form is closed without its tab. */
    end: () => release(),
  }
}

/** Whether a form creates something new: each time it is opened it may be for another entry. */
const isForNew = (what: string) => /^(?:page|fact|source)-new(?:-|$)/.test(what)

/** A browser that keeps nothing is noticed where something is to be kept. */
function quietly(work: () => void): void {
  try {
    work()
  } catch {}
}
