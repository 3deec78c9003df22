import { randomUUID } from 'node:crypto'
import { insertAccount } from '@/db/accounts/accounts'
import { transaction } from '@/db/postgres/client'
import { createTestDatabase } from '@/db/postgres/testing'
import { insertPageKinds } from '@/db/wiki/page-kinds'
import type { Block, Statement } from '@/lib/content/document'
import { citationOf } from '@/lib/content/fresh-citation'
import { emptyFact } from '@/lib/kinds/schemas/empty-fact'
import { emptyFile } from '@/lib/kinds/schemas/empty-file'
import { emptyPage } from '@/lib/kinds/schemas/empty-page'
import { emptySource } from '@/lib/kinds/schemas/empty-source'
import type { FactContent } from '@/lib/kinds/schemas/fact'
import type { FileContent } from '@/lib/kinds/schemas/file'
import type { PageContent } from '@/lib/kinds/schemas/page'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import type { AccountActor, Role } from '@/lib/policy/actor'
import type { Changeset } from './schema'
import { submit } from './submit'

/** What tests of the write path are made of: people, texts, and the shortest way to have something published. */

type Item = Changeset['items'][number]

/** The kinds of pages that the contents below use. */
export async function prepareWiki(): Promise<void> {
  const kinds = ['topic', 'person', 'category', 'season'].map((key, position) => ({
    key,
    name: key,
    plural: `${key}s`,
    isPerson: key === 'person',
    hasOrdinal: key === 'season',
    releasedBy: key === 'season' ? 'released' : null,
    isCategory: key === 'category',
    position,
  }))
  const born = { kind: 'person', key: 'born', label: 'Born', position: 0 }
  const released = { kind: 'season', key: 'released', label: 'Released', type: 'date' as const, position: 0 }
  await transaction((tx) => insertPageKinds(tx, kinds, [born, released]))
}

/**
 * A wiki on a database of its own, with an account of each of these roles. To be awaited once, at the top of a test file;
 * the database is dropped after the file's last test.
 */
export async function openTestWiki<R extends Role>(...roles: R[]): Promise<Record<R, AccountActor>> {
  await createTestDatabase()
  await prepareWiki()
  const accounts: [R, AccountActor][] = []
  for (const role of roles) accounts.push([role, await makeAccount(role)])
  return Object.fromEntries(accounts) as Record<R, AccountActor>
}

let people = 0

/** An account with this role, that nobody can sign in to. */
export async function makeAccount(role: Role): Promise<AccountActor> {
  const name = `${role} ${++people}`
  const id = await transaction((tx) => insertAccount(tx, { name, nameKey: name, passwordHash: null, role }))
  if (id === null) throw new Error(`${name} is there already`)
  return { kind: 'account', id, name, role, isBlocked: false }
}

/** A key that no other write has. */
export const newKey = () => randomUUID()

/** A paragraph that keeps its id from edit to edit. */
export const paragraph = (id: string, text: string): Block => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
})

/** A page with one paragraph for each entry of `paragraphs`, named by its key. */
export function pageContent(
  title: string,
  paragraphs: Record<string, string> = {},
  rest: Partial<PageContent> = {},
): PageContent {
  const blocks = Object.entries(paragraphs).map(([id, text]) => paragraph(id, text))
  return { ...emptyPage(title, 'topic', 'en'), body: { type: 'doc', content: blocks }, ...rest }
}

/** A season of a work, that gates can name as a place; released on a day like 3 August 2023, if that is known. */
export const seasonContent = (title: string, work: number, number: number, released?: string): PageContent =>
  pageContent(
    title,
    {},
    {
      kind: 'season',
      ordinal: { work, number },
      infobox: released === undefined ? {} : { released: [{ type: 'text', text: released }] },
    },
  )

/** A page that others can be in. */
export const categoryContent = (title: string): PageContent => pageContent(title, {}, { kind: 'category' })

/** Words as a statement. */
export const says = (text: string): Statement => [{ type: 'text', text }]

/** A fact with these words, about these pages. */
export const factContent = (
  statement: string,
  about: number[],
  rest: Partial<FactContent> = {},
): FactContent => ({ ...emptyFact, statement: says(statement), about, ...rest })

/** What a person said of themselves, to a source that was opened. */
export const inOwnWords = (person: number, source: number): Partial<FactContent> => ({
  speaker: person,
  isPrivateLife: true,
  citations: [citationOf(source, { directness: 'original', opened: 'yes' })],
})

/** A source of this title, not stated to repeat anything. */
export const sourceContent = (title: string, rest: Partial<SourceContent> = {}): SourceContent => ({
  ...emptySource,
  title,
  ...rest,
})

/** A picture of this object, that shows this. */
export const fileContent = (
  object: string,
  alternative: string,
  rest: Partial<FileContent> = {},
): FileContent => ({ ...emptyFile, object, alternative, ...rest })

/** Something new, as an item of a changeset. */
export const added = (kind: Item['kind'], content: unknown): Item => ({
  kind,
  entryId: null,
  baseNumber: null,
  content,
})

/** An edit of revision `baseNumber` of an entry, as an item of a changeset. */
export const edited = (kind: Item['kind'], entryId: number, baseNumber: number, content: unknown): Item => ({
  kind,
  entryId,
  baseNumber,
  content,
})

/** A changeset of these items, under a key of its own. */
export const changesetOf = (...items: Item[]): Changeset => ({
  key: newKey(),
  summary: '',
  isMinor: false,
  items,
})

/** Sends these items from nowhere in particular. */
export const send = (actor: AccountActor, ...items: Item[]) =>
  submit(actor, changesetOf(...items), { network: null })

/** Sends what must be published; gives its entries and event. */
export async function publishNow(actor: AccountActor, ...items: Item[]) {
  const answer = await send(actor, ...items)
  if (!answer.ok || answer.outcome !== 'published')
    throw new Error(`not published: ${JSON.stringify(answer)}`)
  return answer
}

/** Publishes one thing that is new and gives its id. */
export async function publishNew(
  actor: AccountActor,
  kind: Item['kind'],
  content: PageContent | FactContent | SourceContent | FileContent,
): Promise<number> {
  const { entries } = await publishNow(actor, added(kind, content))
  return entries[0]?.id ?? 0
}

/** Sends what must wait for review; gives the submission's id. */
export async function holdBack(actor: AccountActor, ...items: Item[]): Promise<number> {
  const answer = await send(actor, ...items)
  if (!answer.ok || answer.outcome !== 'waiting') throw new Error(`not held: ${JSON.stringify(answer)}`)
  return answer.submissionId
}
