import { beforeEach, describe, expect, it } from 'vitest'
import { draftsOf, MOST_DRAFTS } from './draft-store'
import { browser } from './testing'

let mine: ReturnType<typeof browser>
beforeEach(() => {
  mine = browser()
})

describe('what is written in several tabs', () => {
  it('is kept apart, and all of it is offered once they are closed', async () => {
    const [one, other] = [mine.opens(), mine.opens()]
    one.form.keep({ words: 'of one' })
    other.form.keep({ words: 'of the other' })
    expect(await mine.offersIn(mine.opens()), 'both are open').toEqual([])
    one.close()
    other.close()
    const next = mine.opens()
    expect(next.shown).toBeNull()
    expect((await mine.offersIn(next)).sort()).toEqual(['of one', 'of the other'])
  })

  it('is not deleted by sending what another tab says', async () => {
    const [one, other] = [mine.opens(), mine.opens()]
    one.form.keep({ words: 'sent' })
    other.form.keep({ words: 'not sent' })
    one.form.forget()
    other.close()
    expect(await mine.offersIn(one)).toEqual(['not sent'])
  })

  it('a copy of a tab shows the same words, and neither touches the other’s from then on', async () => {
    const one = mine.opens()
    one.form.keep({ words: 'of both' })
    const copy = mine.duplicates(one)
    expect(copy.shown).toBe('of both')
    copy.form.keep({ words: 'of the copy' })
    one.form.keep({ words: 'of the first' })
    copy.form.forget()
    one.close()
    expect(await mine.offersIn(mine.opens())).toEqual(['of the first'])
  })
})

describe('a form that is opened again', () => {
  it('has its words after a reload, once', async () => {
    const tab = mine.opens()
    tab.form.keep({ words: 'before the reload' })
    const again = mine.reloads(tab)
    expect(again.shown).toBe('before the reload')
    expect(await mine.offersIn(again)).toEqual([])
    expect(mine.reloads(again).shown).toBe('before the reload')
    expect(draftsOf(mine.store, 5)).toHaveLength(1)
  })

  it('goes on with an entry in the same tab, and offers the words in any other', async () => {
    const tab = mine.opens()
    tab.form.keep({ words: 'of this page' })
    const again = mine.opens({}, tab)
    expect(again.shown).toBe('of this page')
    again.close()
    expect(await mine.offersIn(mine.opens())).toEqual(['of this page'])
  })

  it('for something new starts empty when it is opened again in the same tab, and offers what was written', async () => {
    const what = 'fact-new-Kit Connor'
    const tab = mine.opens({ what })
    tab.form.keep({ words: 'the first one' })
    const second = mine.opens({ what }, tab)
    expect(second.shown).toBeNull()
    second.form.keep({ words: 'the second one' })
    expect(await mine.offersIn(second)).toEqual(['the first one'])
    expect(mine.reloads(second, { what }).shown).toBe('the second one')
  })

  it('a sent form leaves nothing that comes back', async () => {
    const tab = mine.opens()
    tab.form.keep({ words: 'sent' })
    tab.form.forget()
    const again = mine.reloads(tab)
    expect(again.shown).toBeNull()
    expect(await mine.offersIn(again)).toEqual([])
  })

  it('takes up what it is offered, and what was written in it meanwhile is offered next', async () => {
    mine.store.setItem(
      'loreleaf:draft:1:5:page-17:3',
      JSON.stringify({ form: { words: 'of before' }, at: 1 }),
    )
    const tab = mine.opens()
    tab.form.keep({ words: 'of today' })
    const [offer] = await tab.form.offers()
    if (!offer) throw new Error('nothing was offered')
    tab.form.startOver()
    tab.form.moveHere(offer)
    expect(await mine.offersIn(tab)).toEqual(['of today'])
    expect(mine.reloads(tab).shown).toBe('of before')
    expect(mine.store.getItem(offer.key)).toBeNull()
  })
})

describe('whose words they are', () => {
  it('a visitor’s are there for the account that signs in in their tab, and offered in others', async () => {
    const tab = mine.opens({ account: null })
    tab.form.keep({ words: 'as a visitor' })
    const other = mine.opens({ account: null })
    other.form.keep({ words: 'in another tab' })
    other.close()
    const signedIn = mine.opens({ account: 5 }, tab)
    expect(signedIn.shown).toBe('as a visitor')
    expect(await mine.offersIn(signedIn)).toEqual(['in another tab'])
  })

  it('an account’s are for nobody else, also after a reload', async () => {
    const tab = mine.opens({ account: 5 })
    tab.form.keep({ words: 'of one account' })
    for (const account of [6, null]) {
      const others = mine.reloads(tab, { account })
      expect(others.shown).toBeNull()
      expect(await mine.offersIn(others)).toEqual([])
      others.close()
    }
    expect(await mine.offersIn(mine.opens({ account: 5 }))).toEqual(['of one account'])
  })
})

describe('a browser that is full', () => {
  it('keeps what it has, says so, and takes the new draft once another was thrown away', async () => {
    for (let one = 0; one < MOST_DRAFTS; one++) {
      const tab = mine.opens({ what: `page-${one}` })
      tab.form.keep({ words: `${one}` })
      tab.close()
    }
    const tab = mine.opens()
    expect(tab.form.keep({ words: 'one too many' })).toBe(false)
    const others = await tab.form.others()
    expect(others).toHaveLength(MOST_DRAFTS)
    tab.form.throwAway({ key: others[0]?.key ?? '' })
    expect(tab.form.keep({ words: 'one too many' })).toBe(true)
    expect(draftsOf(mine.store, 5)).toHaveLength(MOST_DRAFTS)
  })

  it('takes up a draft in the place of the old one', async () => {
    for (let one = 0; one < MOST_DRAFTS; one++) {
      const tab = mine.opens(one === 0 ? {} : { what: `page-${100 + one}` })
      tab.form.keep({ words: `${one}` })
      tab.close()
    }
    const tab = mine.opens()
    const [offer] = await tab.form.offers()
    if (offer) tab.form.moveHere(offer)
    expect(mine.reloads(tab).shown).toBe('0')
    expect(draftsOf(mine.store, 5)).toHaveLength(MOST_DRAFTS)
  })
})
