import { beforeEach, describe, expect, it } from 'vitest'
import { draftKey, draftsFor, draftsOf, keepDraft, MOST_DRAFTS, readDraft } from './draft-store'
import { Memory } from './testing'

const mine = draftKey(5, 'page-17', 'one')
let store: Memory
beforeEach(() => {
  store = new Memory()
})

const forms = (account: number | null, what: string) =>
  draftsFor<{ words: string }>(store, account, what).map(({ form }) => form.words)

describe('drafts in the browser', () => {
  it('what was typed comes back', () => {
    keepDraft(store, mine, { form: { words: 'all of them' }, at: 1000, path: '/edit/A' })
    const [found] = draftsFor(store, 5, 'page-17')
    expect(found).toEqual({ key: mine, form: { words: 'all of them' }, at: 1000, path: '/edit/A' })
  })

  it('several of one form are all found, the newest first', () => {
    keepDraft(store, mine, { form: { words: 'older' }, at: 500 })
    keepDraft(store, draftKey(5, 'page-17', 'two'), { form: { words: 'newer' }, at: 1000 })
    expect(forms(5, 'page-17')).toEqual(['newer', 'older'])
  })

  it('nobody finds what another account wrote, nor another entry’s draft', () => {
    keepDraft(store, mine, { form: { words: 'mine' }, at: 1000 })
    expect(forms(6, 'page-17')).toEqual([])
    expect(forms(null, 'page-17')).toEqual([])
    expect(forms(5, 'page-1')).toEqual([])
    expect(forms(5, 'page-170')).toEqual([])
    expect(draftsOf(store, 6)).toEqual([])
  })

  it('what was written before signing in is found after it', () => {
    keepDraft(store, draftKey(null, 'fact-new-', 'one'), { form: { words: 'as a visitor' }, at: 1000 })
    expect(forms(5, 'fact-new-')).toEqual(['as a visitor'])
  })

  it('what the release before kept is found, on whatever base, and not for a title that only begins alike', () => {
    const keptBefore = (key: string, words: string, at: number) =>
      store.setItem(`loreleaf:draft:1:${key}`, JSON.stringify({ form: { words }, at }))
    keptBefore('5:page-17:3', 'on a base', 1)
    keptBefore('5:page-17:new', 'before it existed', 2)
    keptBefore('visitor:page-17:3', 'before signing in', 3)
    keptBefore('6:page-17:3', 'another’s', 4)
    keptBefore('5:page-17-section-abc:3', 'a section’s', 5)
    expect(forms(5, 'page-17')).toEqual(['before signing in', 'before it existed', 'on a base'])
    keptBefore('5:page-new-Tale: one:new', 'of a longer title', 6)
    expect(forms(5, 'page-new-Tale')).toEqual([])
    expect(forms(5, 'page-new-Tale: one')).toEqual(['of a longer title'])
  })

  it('a title may hold whatever a key is made of', () => {
    keepDraft(store, draftKey(5, 'page-new-Tale: one', 'x'), { form: { words: 'longer' }, at: 1 })
    expect(forms(5, 'page-new-Tale')).toEqual([])
    expect(forms(5, 'page-new-Tale: one')).toEqual(['longer'])
  })

  it('a browser without room says so instead of failing, and removes nothing', () => {
    keepDraft(store, mine, { form: { words: 'short' }, at: 1 })
    store.shrinkTo(10)
    expect(keepDraft(store, mine, { form: { words: 'too many for it' }, at: 2 })).toBe(false)
    expect(forms(5, 'page-17')).toEqual(['short'])
  })

  it('so many are kept and no more, but each of them may still grow', () => {
    for (let one = 0; one < MOST_DRAFTS; one++)
      expect(keepDraft(store, draftKey(5, `page-${one}`, 'x'), { form: {}, at: one })).toBe(true)
    expect(keepDraft(store, mine, { form: {}, at: 99 })).toBe(false)
    expect(keepDraft(store, draftKey(5, 'page-3', 'x'), { form: { words: 'more' }, at: 99 })).toBe(true)
    expect(draftsOf(store, 5)).toHaveLength(MOST_DRAFTS)
  })

  it('a draft that was damaged is passed over', () => {
    store.setItem(mine, '{"form":')
    store.setItem(draftKey(5, 'page-17', 'two'), '"text"')
    expect(draftsFor(store, 5, 'page-17')).toEqual([])
    expect(readDraft(store, mine)).toBeNull()
  })
})
