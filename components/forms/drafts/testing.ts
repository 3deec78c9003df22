import type { DraftKeeper, Place } from './draft-keeper'
import { createDraftKeeper } from './draft-keeper'
import type { Store } from './draft-store'
import type { OpenDrafts } from './open-drafts'

/** A browser's storage, in memory. */
export class Memory implements Store {
  #items: Map<string, string>
  #room = Number.POSITIVE_INFINITY
  constructor(items: Iterable<[string, string]> = []) {
    this.#items = new Map(items)
  }
  get length() {
    return this.#items.size
  }
  key = (index: number) => [...this.#items.keys()][index] ?? null
  getItem = (key: string) => this.#items.get(key) ?? null
  setItem = (key: string, value: string) => {
    if (value.length > this.#room) throw new Error('QuotaExceededError')
    this.#items.set(key, value)
  }
  removeItem = (key: string) => void this.#items.delete(key)
  /** From now on nothing longer than this can be stored. */
  shrinkTo(room: number) {
    this.#room = room
  }
  copy = () => new Memory(this.#items)
}

export type Words = { words: string }

/** A browser tab, with the one form that is open in it. */
export interface Tab {
  store: Memory
  form: DraftKeeper<Words>
  /** The form's initial draft after a reload, moved to its own key as a form does it. */
  shown: string | null
  close: () => void
}

/** A browser whose tabs share a store. */
export function browser() {
  const store = new Memory()
  const held = new Set<string>()
  const open: OpenDrafts = {
    hold: (key) => {
      held.add(key)
      return () => held.delete(key)
    },
    held: async () => new Set(held),
    ifFree: (key, work) => void (held.has(key) || work()),
  }

  function show(what: Partial<Place>, tab: Memory, isComingBack: boolean): Tab {
    const place = { account: 5, what: 'page-17', store, tab, open, isComingBack, path: '/edit/A', ...what }
    const form = createDraftKeeper<Words>(place)
    const own = form.ownFromBefore()
    if (own) form.moveHere(own)
    return { store: tab, form, shown: own?.form.words ?? null, close: () => form.end() }
  }

  return {
    store,
    /** Opens a form in a new tab, or, where one is given, by a link in it. */
    opens(what: Partial<Place> = {}, tab?: Tab): Tab {
      tab?.close()
      return show(what, tab?.store ?? new Memory(), false)
    },
    reloads(tab: Tab, what: Partial<Place> = {}): Tab {
      tab.close()
      return show(what, tab.store, true)
    },
    /** A copy of a tab has its storage too, and takes itself for reloaded. */
    duplicates: (tab: Tab): Tab => show({}, tab.store.copy(), true),
    offersIn: async (tab: Tab) => (await tab.form.offers()).map(({ form }) => form.words),
  }
}
