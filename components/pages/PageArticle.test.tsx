import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase } from '@/db/postgres/testing'
import {
  categoryContent,
  factContent,
  fileContent,
  makeAccount,
  pageContent,
  prepareWiki,
  publishNew,
  seasonContent,
  sourceContent,
} from '@/lib/changesets/testing'
import type { Image, Paragraph } from '@/lib/content/document'
import { citationOf } from '@/lib/content/fresh-citation'
import { storedPicture } from '@/lib/files/testing'
import { loadAtTitle } from '@/lib/pages/loaders'
import type { AccountActor } from '@/lib/policy/actor'
import { PageArticle } from './PageArticle'

async function html(address: string): Promise<string> {
  const at = await loadAtTitle(address)
  if (at.state !== 'found') throw new Error(`${address} is ${at.state}`)
  return renderToStaticMarkup(<PageArticle page={at.page} />)
}

describe('a page with everything on it', () => {
  let owner: AccountActor
  let season: number
  let locke: number
  let sources: number[]
  let page: string

  beforeAll(async () => {
    await createTestDatabase()
    await prepareWiki()
    owner = await makeAccount('owner')
    const work = await publishNew(owner, 'page', pageContent('Heartstopper'))
    season = await publishNew(owner, 'page', seasonContent('Season three', work, 3))
    locke = await publishNew(owner, 'page', pageContent('Joe Locke'))
    sources = []
    for (const title of ['Alpha', 'Beta', 'Gamma', 'Delta'])
      sources.push(await publishNew(owner, 'source', sourceContent(title, { publisher: `${title} Weekly` })))
    const [alpha = 0, beta = 0, gamma = 0, delta = 0] = sources
    const cite = (source: number) => ({
      type: 'paragraph' as const,
      attrs: { id: `cites${source}` },
      content: [{ type: 'citation' as const, attrs: citationOf(source) }],
    })
    const shown = (text: string) => ({
      type: 'paragraph' as const,
      attrs: { id: null },
      content: [{ type: 'text' as const, text }],
    })
    const about = (text: string, source: number, rest = {}) =>
      publishNew(owner, 'fact', factContent(text, [locke], { citations: [citationOf(source)], ...rest }))
    const listed = await about('The listed fact.', gamma)
    const id = await publishNew(
      owner,
      'page',
      pageContent(
        'Charlie Spring',
        {},
        {
          kind: 'person',
          isLiving: false,
          lead: { type: 'doc', content: [cite(beta)] },
          infobox: {
            born: [
              { type: 'text', text: 'In a comic' },
              { type: 'citation', attrs: citationOf(alpha) },
            ],
          },
          body: {
            type: 'doc',
            content: [
              {
                type: 'heading',
                attrs: { id: 'h', level: 2 },
                content: [{ type: 'text', text: 'At school' }],
              },
              { type: 'factList', attrs: { id: 'l', facts: [listed] } },
              {
                type: 'spoiler',
                attrs: { id: 's', gate: { kind: 'place', page: season } },
                content: [shown('The spoiler canary.'), cite(delta)],
              },
              cite(beta),
            ],
          },
        },
      ),
    )
    await about('An open fact.', alpha, { about: [id] })
    await about('The gated canary.', delta, { about: [id], gate: { kind: 'place', page: season } })
    await about('The other canary.', delta, { about: [id], gate: { kind: 'unknown' } })
    page = await html('Charlie_Spring')
  })

  test('numbers its references once over lead, infobox, body and facts, in the order of reading', () => {
    const list = [...page.matchAll(/id="ref-(\d+)".*?<a href="[^"]*">(\w+)\./g)].map(([, n, title]) => [
      n,
      title,
    ])
    expect(list).toEqual([
      ['1', 'Beta'],
      ['2', 'Alpha'],
      ['3', 'Gamma'],
    ])
  })

  test('every raised number leads down, and every way back leads up', () => {
    const marks = [...page.matchAll(/id="(cite-[^"]+)" href="#(ref-\d+)"/g)]
    expect(marks.map(([, id]) => id).sort()).toEqual(['cite-1-a', 'cite-1-b', 'cite-2-a', 'cite-3-a'])
    for (const [, id, ref] of marks) {
      expect(page).toContain(`id="${ref}"`)
      expect(page).toContain(`href="#${id}"`)
    }
  })

  test('holds nothing of what is closed: neither the passage nor the facts, nor what they rest on', () => {
    expect(page).not.toContain('canary')
    expect(page).not.toContain('Delta')
  })

  test('says from where closed things tell something, and where to read them all the same', () => {
    expect(page.match(/Locked until <b dir="auto">Season three<\/b>/g)).toHaveLength(2)
    expect(page).toMatch(/href="\/open\/passages\/\d+\/s"/)
    expect(page).toContain('Locked: nobody has said yet how far one must be')
  })

  test('shows a fact that its text lists once, there, and its contents name the section', () => {
    expect(page.match(/The listed fact\./g)).toHaveLength(1)
    expect(page.indexOf('The listed fact.')).toBeLessThan(page.indexOf('An open fact.'))
    expect(page).toContain('href="#At_school"')
    expect(page).toContain('<h2 id="At_school">')
  })

  test('always invites to add a fact about it', () => {
    expect(page).toContain('href="/new/fact?about=Charlie%20Spring"')
  })

  test('a fact is on every page it is about', async () => {
    expect(await html('Joe_Locke')).toContain('The listed fact.')
  })

  test('the pages in a category are listed on its page', async () => {
    const category = await publishNew(owner, 'page', categoryContent('People of Truham'))
    await publishNew(owner, 'page', pageContent('Tao Xu', {}, { categories: [category] }))
    const members = await html('People_of_Truham')
    expect(members).toContain('<a href="/wiki/Tao_Xu">')
    expect(await html('Tao_Xu')).toContain('href="/wiki/People_of_Truham"')
  })

  test('fetches at once the one picture that is probably on the first screen', async () => {
    const pictureOf = async (alternative: string) =>
      publishNew(owner, 'file', fileContent(await storedPicture(owner), alternative))
    const docOf = (content: (Image | Paragraph)[]) => ({ type: 'doc' as const, content })
    const [box, lead, text] = [await pictureOf('box'), await pictureOf('lead'), await pictureOf('text')]
    const block = (file: number): Image => ({
      type: 'image',
      attrs: { id: `i${file}`, file, place: 'plain' },
      content: [],
    })
    const words: Paragraph = {
      type: 'paragraph',
      attrs: { id: null },
      content: [{ type: 'text', text: 'Words.' }],
    }
    const atOnce = async (
      title: string,
      parts: { lead: (Image | Paragraph)[]; body: (Image | Paragraph)[] },
      infobox = {},
    ) => {
      const [lead, body] = [docOf(parts.lead), docOf(parts.body)]
      const rest = { kind: 'person', isLiving: false, lead, body, infobox }
      await publishNew(owner, 'page', pageContent(title, {}, rest))
      const shown = await html(title.replaceAll(' ', '_'))
      expect(shown.match(/<img /g)?.length).toBeGreaterThan(0)
      return [...shown.matchAll(/alt="(\w+)" loading="eager" fetchPriority="high"/gi)].map(([, alt]) => alt)
    }
    const everywhere = { lead: [words, block(lead)], body: [block(text), block(box)] }
    const born = [{ type: 'image', attrs: { file: box } }]
    expect(await atOnce('With a box', everywhere, { born })).toEqual(['box'])
    expect(await atOnce('With a lead', everywhere)).toEqual(['lead'])
    expect(await atOnce('With a text', { lead: [words], body: everywhere.body })).toEqual(['text'])
    expect(await atOnce('Further down', { lead: [words], body: [words, block(text)] })).toEqual([])
  })

  test('a page without anything says so, and asks', async () => {
    const empty = await html('Season_three')
    expect(empty).toContain('Nothing has been written here yet.')
    expect(empty).toContain('Add the first')
  })
})
