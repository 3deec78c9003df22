import type { NewsKind } from '@/lib/events/told'
import type { Message } from '@/lib/messages/message'
import { sentenceOf } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import { outcomeInWords } from '@/lib/reports/in-words'
import { paths } from '@/lib/routes'
import { calledThread } from '@/lib/talk/gate'
import { placePath, saidPath } from '@/lib/talk/place'
import type { NewsGroup } from './group'
import type { Facts, NamedThing } from './look-up'

/** One line of somebody's news. */
export interface NewsLine {
  /** Its newest event. */
  id: number
  kind: NewsKind
  at: Date
  isUnread: boolean
  /** What it is about, the newest first, at most three; and how many more. */
  things: NamedThing[]
  more: number
  /** A sentence about it; null where the word says enough. */
  says: string | null
  /** What a person wrote about it, and their name. */
  words: { text: string; by: string | null } | null
  /** Where it leads. */
  path: string
  /** Where one goes on, where it is one's turn. */
  next: string | null
}

type About = Pick<NewsLine, 'says' | 'words' | 'path' | 'next'> & { things: NamedThing[] }

const MOST_THINGS = 3

/** The line of a group, from what was looked up for it: only what its reader may see now. */
export function lineOf(group: NewsGroup, facts: Facts): NewsLine {
  const { newest, isUnread } = group
  const kind = newest.kind as NewsKind
  const { things, ...about } = tellers[kind](group, facts)
  return {
    id: newest.eventId,
    kind,
    at: newest.at,
    isUnread,
    things: things.slice(0, MOST_THINGS),
    more: Math.max(0, things.length - MOST_THINGS),
    ...about,
  }
}

/** Whether all that a line is about is not there any more, or withheld. */
export const isGone = ({ things }: NewsLine): boolean =>
  things.length > 0 && things.every(({ label }) => label === messages().news.gone)

const plain = { says: null, words: null, next: null }

const tellers: Record<NewsKind, (group: NewsGroup, facts: Facts) => About> = {
  published: ({ rows }, facts) => {
    const things = rows.flatMap(({ submissionId }) => facts.publishedBy(submissionId))
    const path = rows.length === 1 ? (things[0]?.path ?? null) : null
    const merged = rows.filter(({ submissionId }) => facts.isMerged(submissionId)).length
    const says = messages().news.areUp(rows.length, merged)
    return { ...plain, things, says, path: path ?? paths.submissions() }
  },
  'already-done': ofSubmission,
  'your-turn': ofSubmission,
  'not-accepted': ofSubmission,
  'written-to': inConversation,
  thanked: ({ rows, newest }, facts) => {
    const names = [...new Set(rows.flatMap(({ actor }) => actor?.name ?? []))]
    const says = names.length === 0 ? null : messages().news.thankedBy(names)
    const path = facts.historyOf(newest.entryId) ?? paths.news()
    return { ...plain, things: [facts.entry(newest.entryId)], says, path }
  },
  reverted: ({ newest }, facts) => {
    const thing = facts.entry(newest.entryId)
    const says = newest.actor && messages().news.revertedBy(newest.actor.name)
    return { ...plain, things: [thing], says, path: facts.historyOf(newest.entryId) ?? paths.news() }
  },
  watched: ({ rows, topic }, facts) => {
    const [, of = '', id] = topic.split(' ')
    const watched = facts.entry(Number(id))
    const people = new Set(rows.map(({ actor }) => actor?.id ?? 0)).size
    const [only] = new Set(rows.map(({ entryId }) => entryId))
    const isOne = new Set(rows.map(({ entryId }) => entryId)).size === 1
    const says = messages().news.watched(of, rows.length, people)
    const isItself = isOne && only === Number(id)
    const path = isItself ? facts.historyOf(only) : isOne ? facts.entry(only ?? null).path : watched.path
    return { ...plain, things: [watched], says, path: path ?? paths.news() }
  },
  'report-answered': ({ newest }, facts) => {
    const found = facts.report(newest.reportId)
    const says = found?.outcome ? messages().news.outcome(outcomeInWords(found.outcome)) : null
    const words = found?.answer ? { text: found.answer, by: null } : null
    return { ...plain, things: [], says, words, path: found ? paths.receipt(found.receipt) : paths.news() }
  },
  role: (_, { role }) => ({
    ...plain,
    things: [],
    says: messages().accounts.roles[role],
    path: paths.account(),
  }),
  blocked: (_, { whyBlocked }) => ({
    ...plain,
    things: [],
    says: whyBlocked ? sentenceOf(whyBlocked as Message) : messages().news.wasBlocked,
    path: paths.account(),
  }),
  unblocked: (_, { whyBlocked }) => ({
    ...plain,
    things: [],
    says: whyBlocked ? null : messages().news.mayWrite,
    path: paths.account(),
  }),
  'appeal-answered': (_, { appeal }) => ({
    ...plain,
    things: [],
    says: appeal?.outcome ? messages().news.appeal[appeal.outcome] : null,
    words: appeal?.answer ? { text: appeal.answer, by: null } : null,
    path: paths.appeal(),
  }),
  'own-words-shown': () => ({ ...plain, things: [], path: paths.ownWords() }),
  'own-words-declined': (_, { ownWords }) => ({
    ...plain,
    things: [],
    words: ownWords?.state === 'declined' && ownWords.reason ? { text: ownWords.reason, by: null } : null,
    path: paths.ownWords(),
  }),
  alarm: (group) => ofReport(group, messages().news.alarm),
  'person-asked': (group) => ofReport(group, messages().news.personAsked),
  replied: ofComments,
  mentioned: ofComments,
  commented: ofComments,
  'comment-shown': ofComments,
  'comment-declined': ofComments,
}

/** For those who handle reports: the case. */
const ofReport = ({ newest }: NewsGroup, says: string): About => ({
  ...plain,
  things: [],
  says,
  path: newest.reportId === null ? paths.reports() : paths.report(newest.reportId),
})

/** In a thread: its newest comment, and whose the comments are. */
function ofComments({ rows, newest }: NewsGroup, facts: Facts): About {
  const place = facts.comment(newest.commentId)
  if (!place) return { ...plain, things: [{ label: messages().news.gone, path: null }], path: paths.news() }
  const path = placePath(place.threadId, place.number)
  const authors = rows.map(({ commentId }) => facts.comment(commentId)?.authorName ?? '').filter(Boolean)
  const names = [...new Set(authors)]
  return {
    ...plain,
    things: [{ label: calledThread(place), path }],
    says: saidBy(newest.kind as NewsKind, rows.length, names),
    words:
      newest.kind === 'comment-declined' && place.decisionReason
        ? { text: place.decisionReason, by: newest.actor?.name ?? null }
        : null,
    path,
  }
}

function saidBy(kind: NewsKind, count: number, names: string[]): string | null {
  if (kind === 'commented') return messages().news.commented(count, names)
  const isOwn = kind === 'comment-shown' || kind === 'comment-declined'
  return isOwn || names.length === 0 ? null : messages().news.answeredBy(names)
}

/** In a submission's conversation: what it is about, its newest comment, and whose the comments are. */
function inConversation({ rows, newest }: NewsGroup, facts: Facts): About {
  const found = facts.submission(newest.submissionId)
  const said = facts.comment(newest.commentId)
  if (!found || !said)
    return { ...plain, things: [{ label: messages().news.gone, path: null }], path: paths.news() }
  const path = saidPath(found.id, said.number)
  const names = rows.map(({ commentId }) => facts.comment(commentId)?.authorName ?? '').filter(Boolean)
  const says = names.length === 0 ? null : messages().news.wroteOnIt([...new Set(names)])
  return { ...plain, things: [{ label: found.heading, path }], says, path }
}

/** One's own submission: why, in the reviewer's words, for as long as their decision is the last one. */
function ofSubmission({ newest }: NewsGroup, facts: Facts): About {
  const found = facts.submission(newest.submissionId)
  const path = found ? paths.submission(found.id) : paths.submissions()
  const things = found ? [{ label: found.heading, path }] : []
  if (!found || newest.kind === 'already-done') return { ...plain, things, path }
  const isNow = found.state === (newest.kind === 'your-turn' ? 'changes_requested' : 'declined')
  if (!isNow) return { ...plain, things, path, says: messages().submissions.states[found.state] }
  const { decision } = found
  const words = decision?.reason ? { text: decision.reason, by: decision.by.name } : null
  return { ...plain, things, path, words, next: newest.kind === 'your-turn' ? paths.amend(found.id) : null }
}
