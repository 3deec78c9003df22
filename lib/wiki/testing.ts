import { readRows } from '@/db/postgres/testing'
import {
  added,
  edited,
  factContent,
  fileContent,
  makeAccount,
  newKey,
  pageContent,
  publishNow,
  sourceContent,
} from '@/lib/changesets/testing'
import type { Block } from '@/lib/content/document'
import { citationOf } from '@/lib/content/fresh-citation'
import { storedPicture } from '@/lib/files/testing'
import { paragraph, text } from '@/lib/kinds/samples'
import type { AccountActor } from '@/lib/policy/actor'
import { reply } from '@/lib/talk/reply'
import { startThread } from '@/lib/talk/start'

/** A page of some size and its addresses: path segments. */
export interface Topic {
  title: string
  /** Who said one of its facts, by the title of their page. */
  speaker: string
  entry: string
  /** The numbers of one of its facts, of a source that it cites, and of a picture. */
  fact: string
  source: string
  file: string
  /** The last revision of the page, the one before, and that of the fact. */
  revision: string
  revisionBefore: string
  factRevision: string
  author: string
  /** A thread about the page. */
  thread: string
}

/** The most entries that a changeset holds. */
const AT_ONCE = 20

type Item = ReturnType<typeof added>

/** Publishes a page with so many facts about it (half of them listed in it), sources, links and revisions. */
export async function makeTopic(
  title: string,
  size: { facts: number; sources: number; links: number; revisions: number },
): Promise<Topic> {
  const author = await makeAccount('owner')
  const make = async (count: number, item: (at: number) => Item) => {
    const ids: number[] = []
    while (ids.length < count) {
      const items = Array.from({ length: Math.min(AT_ONCE, count - ids.length) }, (_, at) =>
        item(ids.length + at),
      )
      ids.push(...(await publishNow(author, ...items)).entries.map((entry) => entry.id))
    }
    return ids
  }
  const linked = await make(size.links, (at) => added('page', pageContent(`${title} ${at}`)))
  const sources = await make(size.sources, (at) => added('source', sourceContent(`${title}, source ${at}`)))
  const [page = 0] = await make(1, () => added('page', pageContent(title)))
  const one = <T>(of: T[], at: number) => of[at % of.length] as T
  const facts = await make(size.facts, (at) => {
    const citations = (at === 0 ? sources.slice(0, 20) : [one(sources, at)]).map((id) => citationOf(id))
    return added(
      'fact',
      factContent(`${title}, fact ${at}.`, [page], { speaker: one(linked, at), citations }),
    )
  })
  const links = linked.map((id, at) => linkTo(id, one(sources, at), `link-${at}`))
  const list: Block = { type: 'factList', attrs: { id: 'list', facts: facts.slice(size.facts / 2) } }
  const passage: Block = {
    type: 'spoiler',
    attrs: { id: 'passage', gate: { kind: 'unknown' } },
    content: links.map((link) => ({ ...link, attrs: { id: null } })),
  }
  for (let at = 1; at < size.revisions; at += 1) {
    const body = {
      type: 'doc' as const,
      content: [...links, list, passage, paragraph('last', `Edit ${at}.`)],
    }
    await publishNow(author, edited('page', page, at, pageContent(title, {}, { body })))
  }
  const object = await storedPicture(author)
  const [file = 0] = await make(1, () => added('file', fileContent(object, `${title}, drawn`)))
  const thread = await startTalk(author, page, Math.min(size.links, MOST_REPLIES))
  const of = await addressesOf(title, author, { page, fact: facts[0] ?? 0, source: sources[0] ?? 0, file })
  return { ...of, thread: String(thread) }
}

/** Fewer than an account may write at a time. */
const MOST_REPLIES = 30

async function startTalk(author: AccountActor, entryId: number, replies: number): Promise<number> {
  const words = 'It leads on, see [[Small]] and /facts/1.'
  const begun = await startThread(author, { key: newKey(), entryId, subject: 'Where to?', words })
  if (!begun.ok) throw new Error(`not said: ${JSON.stringify(begun)}`)
  const { threadId } = begun
  for (let at = 0; at < replies; at++) await reply(author, { key: newKey(), threadId, answers: 1, words })
  return threadId
}

const linkTo = (page: number, source: number, id: string) =>
  paragraph(id, text('It leads on.', { type: 'wikiLink', attrs: { page, title: null } }), {
    type: 'citation',
    attrs: citationOf(source),
  })

async function addressesOf(
  title: string,
  author: AccountActor,
  ids: { page: number; fact: number; source: number; file: number },
): Promise<Omit<Topic, 'thread'>> {
  const rows = await readRows(
    `select e.id, e.number, e.head_id, r.id as before_id from entry e left join revision h on h.id = e.head_id
    left join revision r on r.entry_id = e.id and r.number = h.number - 1 where e.id in (${Object.values(ids)})`,
  )
  const of = (id: number, column: string) => String(rows.find((row) => Number(row.id) === id)?.[column])
  return {
    title,
    speaker: `${title} 0`,
    entry: String(ids.page),
    fact: of(ids.fact, 'number'),
    source: of(ids.source, 'number'),
    file: of(ids.file, 'number'),
    revision: of(ids.page, 'head_id'),
    revisionBefore: of(ids.page, 'before_id'),
    factRevision: of(ids.fact, 'head_id'),
    author: String(author.id),
  }
}
