import { findLastAnswer } from '@/db/accounts/appeals'
import { findEntryNames } from '@/db/entries/titles'
import type { NewsRow } from '@/db/news/news'
import { primary } from '@/db/postgres/client'
import { findAnswers } from '@/db/reports/reports'
import { findDecisionsOf } from '@/db/review/decisions'
import { findListedAmong, findPublishedBy } from '@/db/review/review'
import { findLastDecidedWords } from '@/db/talk/own-words'
import { findCommentPlaces, findThreadNames } from '@/db/talk/threads'
import { called, isUntold } from '@/lib/entries/called'
import { type Addressed, entryPath, historyPath } from '@/lib/entries/paths'
import { messages } from '@/lib/messages/messages'
import type { AccountActor, Role } from '@/lib/policy/actor'
import { can, type ReadScope, readScopeOf } from '@/lib/policy/policy'
import { whyNot } from '@/lib/policy/refusals'
import { paths } from '@/lib/routes'
import { linesOf } from '@/lib/submissions/listing'
import { calledThread } from '@/lib/talk/gate'
import { mayConverse } from '@/lib/talk/in-thread'

/** Something that a line names, as its reader may see it now. */
export interface NamedThing {
  label: string
  /** Null where there is nothing to be read. */
  path: string | null
}

type Ids = readonly (number | null)[]

/** What lines of news name, as their reader may see it now. */
export type Facts = Awaited<ReturnType<typeof lookUp>>

/**
 * Looks up what notifications name: of submissions what those read who take part in them, of entries what `within` shows,
 * which is what readers are shown who are as far as they are.
 */
export async function lookUp(actor: AccountActor, within: ReadScope, rows: readonly NewsRow[]) {
  const comments = given(rows.map((row) => row.commentId))
  const places = comments.length > 0 ? await findCommentPlaces(primary(), within, comments) : []
  const [{ submission, publishedBy, isMerged }, entries, reports, appeal, ownWords] = await Promise.all([
    submissionsOf(actor, given(rows.map((row) => row.submissionId))),
    lookUpEntries(
      within,
      given([
        ...rows.flatMap((row) => [row.entryId, watchedIn(row.topic)]),
        ...places.map(({ entryId }) => entryId),
      ]),
    ),
    findAnswers(primary(), given(rows.map((row) => row.reportId))),
    rows.some(({ kind }) => kind === 'appeal-answered') ? findLastAnswer(primary(), actor.id) : null,
    rows.some(({ kind }) => kind === 'own-words-declined') ? findLastDecidedWords(primary(), actor.id) : null,
  ])
  const answers = new Map(reports.map((row) => [row.id, row]))
  return {
    submission,
    publishedBy,
    isMerged,
    ...entries,
    comment: (id: number | null) => {
      const place = places.find((one) => one.id === id)
      if (place?.submissionId != null) return submission(place.submissionId) ? place : null
      // Talk is read where its entry is.
      return place && entries.entry(place.entryId).path !== null ? place : null
    },
    report: (id: number | null) => answers.get(id ?? 0),
    appeal,
    ownWords,
    role: actor.role as Role,
    whyBlocked: actor.isBlocked && !can(actor, 'propose') ? whyNot(actor, 'propose').message : null,
  }
}

/** The page by which something is watched; null in other topics. */
const watchedIn = (topic: string): number | null =>
  topic.startsWith('watched ') ? Number(topic.split(' ')[2]) : null

const given = (ids: Ids): number[] => [...new Set(ids.filter((id) => id !== null))]

/** Their own, and for those who moderate everybody's. */
async function submissionsOf(actor: AccountActor, ids: number[]) {
  const within = readScopeOf(actor)
  const [listed, decisions, published] = await Promise.all([
    findListedAmong(primary(), ids),
    findDecisionsOf(primary(), ids),
    findPublishedBy(primary(), within, ids),
  ])
  const own = listed.filter(({ author }) => mayConverse(actor, { authorId: author.id }))
  const lines = new Map((await linesOf(primary(), within, own)).map((line) => [line.id, line]))
  const submission = (id: number | null) => {
    const line = lines.get(id ?? 0)
    return line && { ...line, decision: decisions.find((one) => one.submissionId === id) ?? null }
  }
  const publishedBy = (id: number | null): NamedThing[] => {
    const live = published.filter((one) => one.submissionId === id && !one.isDeleted)
    if (live.length > 0) return live.map((one) => ({ label: called(one), path: entryPath(named(one)) }))
    const line = lines.get(id ?? 0)
    return line ? [{ label: line.heading, path: paths.submission(line.id) }] : []
  }
  /** Whether it was put together with what others had changed since it was written. */
  const isMerged = (id: number | null) => published.some((one) => one.submissionId === id && one.isMerged)
  return { submission, publishedBy, isMerged }
}

const named = <T extends Addressed['kind']>(one: {
  kind: T
  number: number
  label: string | null
}): Addressed => ({ ...one, label: called(one) })

/** Threads by their ids: called by their subjects, where their entries are there to be read. */
export async function lookUpThreads(within: ReadScope, ids: number[]) {
  const threads = ids.length > 0 ? await findThreadNames(primary(), within, ids) : []
  const { entry } = await lookUpEntries(within, given(threads.map(({ entryId }) => entryId)))
  const found = new Map(threads.map((row) => [row.id, row]))
  return (id: number): NamedThing => {
    const row = found.get(id)
    const isReadable = row !== undefined && entry(row.entryId).path !== null
    if (!isReadable) return { label: messages().news.gone, path: null }
    return { label: calledThread(row), path: paths.thread(id) }
  }
}

/** Entries by their ids: what is deleted or withheld is called by its number, or is just something. */
export async function lookUpEntries(within: ReadScope, ids: number[]) {
  const names = await findEntryNames(primary(), within, ids)
  const found = new Map(names.map((row) => [row.id, row]))
  const readable = (id: number | null) => {
    const row = found.get(id ?? 0)
    return row && !row.isDeleted && !isUntold(row) && row.label !== null ? named(row) : null
  }
  return {
    entry: (id: number | null): NamedThing => {
      const row = found.get(id ?? 0)
      const is = readable(id)
      const label = row && !row.isDeleted ? called(row) : messages().news.gone
      return { label: label || messages().news.gone, path: is && entryPath(is) }
    },
    historyOf: (id: number | null): string | null => {
      const is = readable(id)
      return is && historyPath(is)
    },
  }
}
