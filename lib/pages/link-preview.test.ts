import { expect, test } from 'vitest'
import { factContent, openTestWiki, pageContent, publishNew, sourceContent } from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import { paragraph } from '@/lib/kinds/samples'
import { loadLinkPreview } from './link-preview'
import { loadAtTitle } from './loaders'
import { saysEnough } from './says-enough'

const { owner } = await openTestWiki('owner')

const LEAD =
  'Truham is a school for boys at which two of them meet in the first of all the episodes that there are.'
const spoiler = {
  type: 'spoiler' as const,
  attrs: { id: 'c', gate: { kind: 'unknown' as const } },
  content: [paragraph(null, 'It burns down.')],
}

test('the card of a link shows what is open of the lead, and what most facts rest on', async () => {
  const lead = { type: 'doc' as const, content: [paragraph('a', LEAD), spoiler] }
  const page = await publishNew(owner, 'page', pageContent('Truham', {}, { lead }))
  const source = await publishNew(owner, 'source', sourceContent('An article'))
  const reported = { citations: [citationOf(source)] }
  for (const [statement, rest] of [
    ['It is in Kent.', reported],
    ['It is old.', reported],
    ['It is grey.', {}],
    ['Its end.', { ...reported, gate: { kind: 'unknown' as const } }],
  ] as const)
    await publishNew(owner, 'fact', factContent(statement, [page], rest))
  expect(await loadLinkPreview('Truham')).toEqual({
    title: 'Truham',
    kind: 'topic',
    lead: LEAD,
    picture: null,
    badge: { look: 'unsure', word: 'Second-hand', tally: '2 of 3 facts' },
  })
  expect(await loadLinkPreview('Nowhere')).toBeNull()
})

test('a page with a lead and nothing else is not offered to search engines; with a fact about it, it is', async () => {
  const lead = { type: 'doc' as const, content: [paragraph('a', LEAD)] }
  const page = await publishNew(owner, 'page', pageContent('Higgs', {}, { lead }))
  const isOffered = async (title: string) => {
    const at = await loadAtTitle(title)
    return at.state === 'found' && saysEnough(at.page)
  }
  expect(await isOffered('Higgs')).toBe(false)
  await publishNew(owner, 'page', pageContent('Bare', { a: 'Three words only.' }))
  expect(await isOffered('Bare')).toBe(false)
  await publishNew(owner, 'fact', factContent('It is a school for girls.', [page]))
  expect(await isOffered('Higgs')).toBe(true)
})
