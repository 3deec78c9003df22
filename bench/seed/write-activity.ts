import { tags } from '@/lib/cache/tags'
import { categories, urgencyOf } from '@/lib/reports/categories'
import { infoboxFields, pageKinds } from './kinds'
import { authorOf, EXTERNAL, moderatorFor, nameOf, PEOPLE, roleOf } from './people'
import { randomOf } from './random'
import { SPECIAL } from './special'
import { keepSubmission, record } from './submissions'
import { textOf } from './text'
import { capital, properWord } from './words'
import { isDeleted, type Writing } from './write-entries'

const HOUR = 3_600_000

/** Writes what exists before anything is published: the wiki's settings and kinds, and all accounts. */
export function writeSetup({ shape, sheets, until }: Writing): void {
  const settings = { name: 'A large wiki', sentence: 'Made up, to be measured.', language: 'en' }
  const featured = shape.pageId(SPECIAL.work)
  for (const [key, value] of Object.entries({ ...settings, featured_page: featured }))
    sheets.setting.add({ key, value: typeof value === 'string' ? JSON.stringify(value) : value })
  for (const kind of pageKinds) sheets.pageKind.add(kind)
  for (const field of infoboxFields) sheets.infoboxField.add(field)
  const began = new Date(until.getTime() - 9 * 365 * 24 * HOUR)
  for (let id = 1; id <= shape.accounts; id++) {
    const createdAt = new Date(began.getTime() + id * 60_000)
    sheets.account.add({ id, ...nameOf(id), role: roleOf(shape, id), createdAt })
  }
  for (let id = 1; id <= EXTERNAL.authors; id++)
    sheets.externalAuthor.add({ id, wiki: EXTERNAL.wiki, name: capital(properWord(id + 200_000)) })
}

/** Writes what waits and what moderators did: the queue, reports, the log, withholdings, the last day's events. */
export function writeActivity(writing: Writing): void {
  const { shape } = writing
  const waiting = Math.min(2_000, Math.max(40, Math.floor(shape.size.revisions / 500)))
  for (let at = 0; at < waiting; at++) sendEdit(writing, at, 'waiting')
  for (let at = 0; at < waiting; at++)
    sendEdit(writing, waiting + at, at % 3 ? 'declined' : 'changes_requested')
  for (let at = 0; at < waiting; at++) fileReport(writing, at)
  for (let at = 0; at < waiting; at++) hideSomething(writing, at)
  for (let at = 0; at < waiting * 2; at++) writeCacheEvent(writing, at)
}

function sendEdit(writing: Writing, at: number, state: 'waiting' | 'declined' | 'changes_requested'): void {
  const { shape, sheets, heads, ledger, until } = writing
  const random = randomOf(shape.size.seed, 9, at)
  const isNew = at % 5 === 4
  const kind = isNew ? 'fact' : random.pick(['page', 'fact', 'fact', 'source'] as const)
  const most = { page: shape.size.pages, fact: shape.size.facts, source: shape.sources }[kind]
  const index = Math.min(most - 1, SPECIAL.pages + random.skewed(most - SPECIAL.pages, 2))
  const place = { kind, index, id: shape.idOf(kind, index) }
  if (isDeleted(shape, place)) return
  const baseNumber = heads.number[place.id] ?? 1
  const author = PEOPLE.firstTrusted + shape.accounts / 20 + random.upTo(shape.accounts * 0.9)
  keepSubmission(sheets, ledger, {
    ...{ place: isNew ? null : place, text: textOf(shape, place, baseNumber + 1), state, baseNumber },
    ...{ summary: 'see the source', touches: ['wording'], at: new Date(until.getTime() - at * HOUR) },
    ...{ authorId: Math.min(shape.accounts, Math.floor(author)) },
    decidedBy: state === 'waiting' ? null : moderatorFor(at),
  })
}

function fileReport({ shape, sheets, until }: Writing, at: number): void {
  const category = categories[at % categories.length] ?? 'other'
  const page = SPECIAL.pages + (at % (shape.size.pages - SPECIAL.pages))
  const createdAt = new Date(until.getTime() - at * HOUR)
  const isClosed = at % 4 !== 0
  sheets.report.add({
    ...{
      receipt: `R${String(at).padStart(11, '0')}`,
      urgency: urgencyOf(category),
      target: 'page',
      category,
    },
    ...{ words: 'Look at this, please.', address: '/wiki/here', entryId: shape.pageId(page), createdAt },
    ...{ closedAt: isClosed ? until : null, closedById: isClosed ? moderatorFor(at) : null },
    outcome: isClosed ? 'nothing' : null,
  })
}

function hideSomething({ shape, sheets, heads, ledger, until }: Writing, at: number): void {
  const id = shape.pageId(SPECIAL.pages + at * Math.max(1, Math.floor(shape.size.pages / 2_100)))
  const head = heads.number[id] ?? 1
  if (head < 3) return
  const actorId = moderatorFor(at)
  const range = { fromNumber: head - 1, toNumber: head - 1 }
  for (const part of ['text', 'summary'] as const)
    sheets.withholding.add({
      ...{
        entryId: id,
        ...range,
        part,
        strength: 'hidden',
        reason: 'A private matter',
        byId: actorId,
        at: until,
      },
    })
  record(sheets, ledger, { actorId, act: 'entry.hide', entryId: id, reason: 'A private matter', at: until })
}

function writeCacheEvent({ shape, sheets, until }: Writing, at: number): void {
  const id = shape.pageId(at % shape.size.pages)
  const tagsOfEvent = [
    tags.entry(id),
    tags.history(id),
    tags.recent,
    tags.contributions(authorOf(shape, at + 1)),
  ]
  sheets.cacheEvent.add({ id: at + 1, tags: tagsOfEvent.sort(), at: new Date(until.getTime() - at * 10_000) })
}
