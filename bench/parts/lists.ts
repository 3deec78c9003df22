import { overOneConnection } from '@/db/postgres/one-connection'
import { ask, GZIP, read } from '../answer'
import type { Part, Run } from '../part'
import { progress } from '../progress'
import { atMost, figure, notMeasured, type Row } from '../row'
import { median, percentile } from '../statistics'
import { inFigures } from '../table'
import { saveByAction, takeUp } from '../wiki/edit'
import { type Large, largeWiki, wikiAt } from '../wiki/large'
import { newPerson, type Person } from '../wiki/people'
import { farAndNear, listsOf } from '../wiki/questions'
import { type BenchWiki, openWiki } from '../wiki/run'

const SMALL = 1_000
const WARM_UP = 20

/** A large wiki: its lists, and a page compared with one of a small wiki. */
export const listsPart: Part = { name: 'lists', minutes: 6, measure: measured }

async function measured(run: Run): Promise<Row[]> {
  const large = run.wiki ? wikiAt(run.wiki) : await largeWiki(run.pages)
  const wiki = await openWiki(large.dataFolder)
  try {
    const moderator = await newPerson()
    const lists = await listRows(wiki, large, moderator, run)
    const flat = await flatRows(wiki, large, run)
    const talk = large.manifest.talk
      ? []
      : [notMeasured('talk', 'npm run bench:seed -- talk adds it to this wiki')]
    return [...lists, ...talk, ...flat, ...(await costRows(wiki, large, run))]
  } finally {
    await wiki.end()
  }
}

async function listRows(
  wiki: BenchWiki,
  { manifest }: Large,
  moderator: Person,
  { isQuick }: Run,
): Promise<Row[]> {
  const times = isQuick ? 40 : 300
  const rows: Row[] = []
  for (const [name, question] of Object.entries(await listsOf(wiki, manifest, moderator.actor))) {
    if (!question) continue
    progress(`${name}: ${times} questions`)
    const [asked, alone] = [[] as number[], [] as number[]]
    for (let at = -WARM_UP; at < times; at += 1) {
      const { path, load } = question(at + WARM_UP)
      const began = performance.now()
      await overOneConnection(load)
      const loaded = performance.now() - began
      const { took } = await read(`${wiki.address}${path}`, { ...GZIP, ...moderator.headers })
      if (at >= 0) {
        alone.push(loaded)
        asked.push(took)
      }
    }
    rows.push(
      figure({
        ...{ name: `${name}, p99`, unit: 'ms', value: percentile(asked, 0.99), goal: atMost(50) },
        baseline: { name: 'its loader alone', value: percentile(alone, 0.99) },
        note: `p50 ${inFigures(median(asked))}, of the loader ${inFigures(median(alone))}; a wiki of ${inFigures(manifest.size.pages)} pages, ${inFigures(manifest.size.facts)} facts and ${inFigures(manifest.allRevisions)} revisions; addresses that are not remembered, over HTTP, signed in, one after the other`,
      }),
    )
  }
  return rows
}

/** The oldest page of a long history compared with the newest. */
async function flatRows(wiki: BenchWiki, { manifest }: Large, { isQuick }: Run): Promise<Row[]> {
  // A thread of 5,000 comments has a hundred parts, and no address may be asked twice.
  const times = isQuick ? 10 : 45
  const rows: Row[] = []
  for (const [name, { near, far }] of Object.entries(await farAndNear(wiki, manifest))) {
    const took = { near: [] as number[], far: [] as number[] }
    for (let at = 0; at < times; at += 1) {
      took.near.push((await read(`${wiki.address}${near(at).path}`)).took)
      took.far.push((await read(`${wiki.address}${far(at).path}`)).took)
    }
    rows.push(
      figure({
        ...{ name: `${name} at the old end of it, p50`, unit: 'ms', value: median(took.far) },
        baseline: { name: 'at its new end', value: median(took.near) },
        ...{
          goal: atMost(1.2, 'ratio'),
          note: `a history of ${inFigures(manifest.longHistory.head)} revisions, a thread of ${inFigures(manifest.talk?.longest.comments ?? 0)} comments`,
        },
      }),
    )
  }
  return rows
}

/** A page of 24 facts, saved and then read for the first time, in the large wiki and in a small one, in turns. */
async function costRows(wiki: BenchWiki, large: Large, { isQuick }: Run): Promise<Row[]> {
  const times = isQuick ? 15 : 100
  const atLarge = await stand(wiki, large)
  const little = await largeWiki(SMALL)
  const other = await openWiki(little.dataFolder)
  try {
    const both = [atLarge, await stand(other, little)]
    progress(`${times} edits in each of two wikis, each read once`)
    for (let at = -WARM_UP; at < times; at += 1)
      for (const one of at % 2 === 0 ? both : [...both].reverse()) await saveAndRead(one, at)
    const [here, there] = both
    return (['read', 'edit'] as const).map((what) =>
      figure({
        ...{
          name: `${what} a page of ${inFigures(large.manifest.size.pages)}, p50`,
          unit: 'ms',
          value: median(here?.[what] ?? []),
        },
        baseline: { name: `of ${inFigures(SMALL)}`, value: median(there?.[what] ?? []) },
        goal: atMost(1.2, 'ratio'),
      }),
    )
  } finally {
    await other.end()
  }
}

type Stand = Awaited<ReturnType<typeof stand>>

async function stand(wiki: BenchWiki, { manifest }: Large) {
  const people = await Promise.all(Array.from({ length: 10 }, newPerson))
  const { path } = manifest.standard
  const title = decodeURIComponent(path.slice('/wiki/'.length)).replaceAll('_', ' ')
  const [author] = people
  if (!author) throw new Error('there is nobody to write')
  return {
    wiki,
    people,
    path,
    draft: await takeUp(author, title),
    read: [] as number[],
    edit: [] as number[],
  }
}

async function saveAndRead(one: Stand, at: number): Promise<void> {
  const person = one.people[Math.abs(at) % one.people.length]
  if (!person) throw new Error('there is nobody to write')
  const began = performance.now()
  const { draft, cookies } = await saveByAction(one.wiki, person, one.draft, `round ${at}`)
  const saved = performance.now() - began
  one.draft = draft
  // With the editor's cookie, so that the gateway has received it.
  const cookie = [person.headers.cookie, ...cookies].join('; ')
  const { took } = await ask(`${one.wiki.address}${one.path}`, {
    headers: { ...GZIP, ...person.headers, cookie },
  })
  if (at < 0) return
  one.edit.push(saved)
  one.read.push(took)
}
