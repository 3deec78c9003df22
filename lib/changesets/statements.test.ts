import { Socket } from 'node:net'
import { expect, test, vi } from 'vitest'
import { citationOf } from '@/lib/content/fresh-citation'
import type { AccountActor } from '@/lib/policy/actor'
import type { Changeset } from './schema'
import { submit } from './submit'
import {
  added,
  changesetOf,
  edited,
  factContent,
  openTestWiki,
  pageContent,
  publishNew,
  sourceContent,
} from './testing'

const { moderator, fan } = await openTestWiki('moderator', 'fan')

/** Every statement that is sent, and how often one is sent when what was sent before has been answered: a turn. */
const wire = vi.hoisted(() => ({ sent: [] as string[], turns: 0, isAnswered: true }))
vi.mock('postgres', async (load) => {
  const { default: connect } = await load<{ default: typeof import('postgres') }>()
  const debug = (_: number, statement: string) => {
    if (wire.isAnswered) wire.turns += 1
    wire.isAnswered = false
    wire.sent.push(statement)
  }
  const watched = (url: string, options: object) => connect(url, { ...options, debug })
  return { default: Object.assign(watched, connect) }
})
const { emit } = Socket.prototype
vi.spyOn(Socket.prototype, 'emit').mockImplementation(function (this: Socket, name, ...rest) {
  if (String(name) === 'data') wire.isAnswered = true
  return Reflect.apply(emit, this, [name, ...rest])
})

type Item = Changeset['items'][number]

interface Writing {
  page: number
  fact: number
  source: number
  other: number
}

let count = 0

/** A page with so many paragraphs, a fact about it, the source that the fact cites, and another page. */
async function write(paragraphs: number): Promise<Writing> {
  count += 1
  const page = await publishNew(moderator, 'page', pageContent(`Page ${count}`, wordsOf(paragraphs)))
  const other = await publishNew(moderator, 'page', pageContent(`Other page ${count}`))
  const source = await publishNew(moderator, 'source', sourceContent(`Source ${count}`))
  const fact = factContent('Said.', [page], { citations: [citationOf(source)] })
  return { page, other, source, fact: await publishNew(moderator, 'fact', fact) }
}

const wordsOf = (paragraphs: number, first = 'One.') =>
  Object.fromEntries(
    Array.from({ length: paragraphs }, (_, at) => [`p${at}`, at === 0 ? first : `Words ${at}.`]),
  )

const linking = (title: string, to: string) => {
  const marks = [{ type: 'wikiLink' as const, attrs: { page: null, title: to } }]
  const content = [{ type: 'text' as const, text: 'this', marks }]
  const paragraph = { type: 'paragraph' as const, attrs: { id: 'link' }, content }
  return pageContent(title, {}, { body: { type: 'doc', content: [paragraph] } })
}

/** What is saved, and how many statements and turns that may take at most; one queues the job that tells of it. */
const saves: Record<
  string,
  { statements: number; turns: number; by: () => AccountActor; items: (of: Writing, at: number) => Item[] }
> = {
  'another word on a page': {
    statements: 16,
    turns: 7,
    by: () => moderator,
    items: ({ page }, at) => [
      edited('page', page, at, pageContent(`Page ${count}`, wordsOf(20, `Word ${at}.`))),
    ],
  },
  'another title that a page links to': {
    statements: 17,
    turns: 8,
    by: () => moderator,
    items: ({ page }, at) => [edited('page', page, at, linking(`Page ${count}`, `Title ${at}`))],
  },
  'another value of a field that has a type': {
    statements: 20,
    turns: 9,
    by: () => moderator,
    items: ({ page }, at) => [
      edited('page', page, at, {
        ...pageContent(`Page ${count}`, {}, { kind: 'person', isLiving: false }),
        infobox: { born: [{ type: 'text', text: `Born ${at}` }] },
      }),
    ],
  },
  'another word of a fact': {
    statements: 22,
    turns: 9,
    by: () => moderator,
    items: ({ page, fact, source }, at) => [
      edited('fact', fact, at, factContent(`Said ${at}.`, [page], { citations: [citationOf(source)] })),
    ],
  },
  'a new fact with its source': {
    statements: 29,
    turns: 17,
    by: () => moderator,
    items: ({ page }, at) => [
      added('fact', factContent(`New ${at}.`, [page], { citations: [citationOf(-2)] })),
      added('source', sourceContent(`New source ${at}`)),
    ],
  },
  'another word on a page, kept for review': {
    statements: 15,
    turns: 8,
    by: () => fan,
    items: ({ page }, at) => [
      edited('page', page, 1, pageContent(`Page ${count}`, wordsOf(20, `Word ${at}.`))),
    ],
  },
}

async function send(by: AccountActor, items: Item[]): Promise<string[]> {
  Object.assign(wire, { sent: [], turns: 0, isAnswered: true })
  expect(await submit(by, changesetOf(...items), { network: 'a network' })).toMatchObject({ ok: true })
  return wire.sent
}

test.each(Object.entries(saves))('%s', async (_, { statements, turns, by, items }) => {
  const of = await write(20)
  // The first of its kind on a connection also asks what types its parameters have.
  for (const at of [1, 2]) await send(by(), items(of, at))
  const sent = await send(by(), items(of, 3))
  expect(sent.length, sent.join('\n')).toBeLessThanOrEqual(statements)
  expect(wire.turns, sent.join('\n')).toBeLessThanOrEqual(turns)
})
