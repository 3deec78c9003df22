import { beforeEach, describe, expect, it } from 'vitest'
import { draftPrefix, forgetDrafts, keepDraft, newestDraft } from './draft-store'

class Memory implements Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> {
  #items = new Map<string, string>()
  #room = Number.POSITIVE_INFINITY
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
  shrinkTo(room: number) {
    this.#room = room
  }
}

const mine = draftPrefix(5, 'page-17')
let store: Memory
beforeEach(() => {
  store = new Memory()
})

describe('drafts in the browser', () => {
  it('what was typed comes back', () => {
    keepDraft(store, mine, 3, { words: 'all of them' }, 1000)
    expect(newestDraft(store, [mine])).toEqual({ form: { words: 'all of them' }, at: 1000 })
  })

  it('a draft on an older base is still found after the page has moved on', () => {
    keepDraft(store, mine, 3, { words: 'old base' }, 1000)
    keepDraft(store, mine, null, { words: 'before it existed' }, 500)
    expect(newestDraft(store, [mine])?.form).toEqual({ words: 'old base' })
  })

  it('nobody finds what another account wrote, nor another entry’s draft', () => {
    keepDraft(store, mine, 3, { words: 'mine' }, 1000)
    expect(newestDraft(store, [draftPrefix(6, 'page-17')])).toBeNull()
    expect(newestDraft(store, [draftPrefix(5, 'page-1')])).toBeNull()
    expect(newestDraft(store, [draftPrefix(5, 'page-170')])).toBeNull()
  })

  it('what was written before signing in is found after it', () => {
    keepDraft(store, draftPrefix(null, 'fact-new-'), null, { words: 'as a visitor' }, 1000)
    const prefixes = [draftPrefix(5, 'fact-new-'), draftPrefix(null, 'fact-new-')]
    expect(newestDraft(store, prefixes)?.form).toEqual({ words: 'as a visitor' })
  })

  it('a saved form leaves nothing behind, others’ drafts stay', () => {
    const other = draftPrefix(5, 'page-18')
    keepDraft(store, mine, 3, {}, 1)
    keepDraft(store, mine, 4, {}, 2)
    keepDraft(store, other, 1, { words: 'other' }, 3)
    forgetDrafts(store, [mine])
    expect(newestDraft(store, [mine])).toBeNull()
    expect(newestDraft(store, [other])).not.toBeNull()
  })

  it('a browser without room says so instead of failing', () => {
    store.shrinkTo(10)
    expect(keepDraft(store, mine, 3, { words: 'too many for it' }, 1)).toBe(false)
  })

  it('a draft that was damaged is passed over', () => {
    store.setItem(`${mine}3`, '{"form":')
    store.setItem(`${mine}4`, '"text"')
    expect(newestDraft(store, [mine])).toBeNull()
  })
})
