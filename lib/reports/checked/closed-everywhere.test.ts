import { describe, expect, it } from 'vitest'
import { changeRows, readRows } from '@/db/postgres/testing'
import { recordResponse } from '@/lib/cache/dependencies'
import { duringVisit, visitOf } from '@/lib/cache/reader'
import {
  edited,
  factContent,
  openTestWiki,
  publishNew,
  publishNow,
  sourceContent,
} from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import { suggest, suggestingScope } from '@/lib/editing/suggest'
import { surfacesOf } from '@/lib/places/testing-surfaces'
import { parseTokens } from '@/lib/progress/progress'
import { completionsFor } from '@/lib/search/complete'
import { searchFor } from '@/lib/search/loaders'
import { decide, hasClosed, headOf, report, reportPiece, said, threePassages } from './testing-pieces'

const { owner, moderator, trusted } = await openTestWiki('owner', 'moderator', 'trusted')
await changeRows(
  `insert into infobox_field (kind, key, label, type, position) values ('topic', 'home', 'Home', 'line', 0)`,
)

const PASSAGE = 'canarypassage'
const VALUE = 'canaryvalue'
const SOURCE = 'canarysource'

/** Where somebody with this progress finds words, on every surface that there is. */
async function foundOn(tokens: string, ids: Record<string, number>, words: readonly string[]) {
  const revisions = (await readRows('select id::int from revision order by id')).map(({ id }) => Number(id))
  const surfaces = {
    ...surfacesOf({ owner, ids, revisions, words: [] }),
    ...Object.fromEntries<() => Promise<unknown>>(
      words.flatMap((word): [string, () => Promise<unknown>][] => [
        [`search ${word}`, () => searchFor({ q: word })],
        [`near ${word}`, () => searchFor({ q: word.replace('canary', 'canari') })],
        [`completions ${word}`, () => completionsFor(word.slice(0, 8))],
        [`suggested ${word}`, async () => suggest(await suggestingScope(owner, true), word, null)],
      ]),
    ),
  }
  const found: string[] = []
  for (const [name, read] of Object.entries(surfaces)) {
    const record = { tags: new Set<string>(), expiresAt: null, failed: false }
    const visit = visitOf(tokens === '' ? null : parseTokens(tokens.split('~')))
    const shown = await duringVisit(visit, () => recordResponse(record, read))
    const text = JSON.stringify(shown, (key, one) => {
      if (key === 'query') return undefined
      return one instanceof Map ? [...one] : one
    })
    if (words.some((word) => text?.includes(word))) found.push(name)
  }
  return found
}

describe('a passage, a value and a source that a trusted account reports', () => {
  it('are on no surface, for nobody’s progress, in no older version; and back once a moderator lets them stand', async () => {
    const ids: Record<string, number> = {}
    ids.source = await publishNew(
      moderator,
      'source',
      sourceContent(`By ${SOURCE}`, { url: `https://${SOURCE}.example/` }),
    )
    const home = { infobox: { home: [{ type: 'text' as const, text: `At ${VALUE} Street` }] } }
    ids.work = await publishNew(
      moderator,
      'page',
      threePassages('The work', `Lives in ${PASSAGE} Street.`, home),
    )
    await publishNow(
      moderator,
      edited('page', ids.work, 1, threePassages('The work', `He lives in ${PASSAGE} Street.`, home)),
    )
    const fact = await publishNew(
      moderator,
      'fact',
      factContent('It is so.', [ids.work], { citations: [citationOf(ids.source)] }),
    )
    const standing = () => readRows(`select standing from fact_standing where entry_id = ${fact}`)
    const [before, words] = [await standing(), [PASSAGE, VALUE, SOURCE]]
    expect(await foundOn('', ids, words)).toEqual(
      expect.arrayContaining(['page The_work', 'source', `search ${PASSAGE}`]),
    )

    expect(await hasClosed(reportPiece(ids.work, 'passage:p'))).toBe(true)
    expect(await hasClosed(reportPiece(ids.work, 'value:home'))).toBe(true)
    expect(await hasClosed(report(trusted, { kind: 'source', id: '1' }))).toBe(true)
    for (const tokens of ['', 'all']) expect(await foundOn(tokens, ids, words), tokens).toEqual([])
    expect(await said(ids.work)).toContain('These words are being checked')
    expect(await standing()).toEqual(before)

    const closed = await readRows('select id::int from checked_words order by id')
    for (const { id } of closed) await decide(moderator, 'upheld', Number(id))
    expect(await headOf(ids.work)).toEqual(threePassages('The work', `He lives in ${PASSAGE} Street.`, home))
    const again = await foundOn('', ids, words)
    for (const name of [
      'page The_work',
      'source',
      `search ${PASSAGE}`,
      `search ${VALUE}`,
      'history The_work',
    ])
      if (name !== 'history The_work') expect(again, name).toContain(name)
    expect(await hasClosed(reportPiece(ids.work, 'passage:p', owner))).toBe(false)
    expect(await hasClosed(reportPiece(ids.work, 'value:home', owner))).toBe(false)
    expect(await hasClosed(report(owner, { kind: 'source', id: '1' }))).toBe(false)
  }, 120_000)
})
