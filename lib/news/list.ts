import { countUnreadNews, findNews, findOneNews } from '@/db/news/news'
import { primary } from '@/db/postgres/client'
import { paginate } from '@/lib/input/paging'
import type { AccountActor } from '@/lib/policy/actor'
import type { ReadScope } from '@/lib/policy/policy'
import { byDay, groupNews, type NewsDay } from './group'
import { lineOf, type NewsLine } from './line'
import { lookUp } from './look-up'
import type { NewsView } from './view'

/** So many notifications make a page: fewer lines, since several are one. */
const ON_A_PAGE = 60

/** An account's news, by day. */
export interface NewsList {
  days: NewsDay<NewsLine>[]
  view: NewsView
  unread: number
  /** Its newest event: what is marked as read is up to there. */
  newest: number | null
  /** The `before` of the next page; null at the end. */
  next: number | null
}

/** What an account was told, newest first, in words that `within` and its own rights allow now. */
export async function listNews(actor: AccountActor, within: ReadScope, view: NewsView): Promise<NewsList> {
  const [rows, unread] = await Promise.all([
    findNews(primary(), actor.id, { ...view, most: ON_A_PAGE + 1 }),
    countUnreadNews(primary(), actor.id),
  ])
  const { shown, next } = paginate(rows, ON_A_PAGE, (row) => row.eventId)
  const facts = await lookUp(actor, within, shown)
  const lines = groupNews(shown).map((group) => lineOf(group, facts))
  return { days: byDay(lines), view, unread, newest: shown[0]?.eventId ?? null, next }
}

/** Where the line leads whose newest event this is, and its topic; null when it is not theirs. */
export async function findLine(actor: AccountActor, within: ReadScope, eventId: number) {
  const row = await findOneNews(primary(), actor.id, eventId)
  if (!row) return null
  const same = await findNews(primary(), actor.id, { family: null, before: eventId + 1, most: ON_A_PAGE })
  const group = groupNews(same).find(({ newest }) => newest.eventId === eventId)
  const facts = await lookUp(actor, within, group?.rows ?? [row])
  return { topic: row.topic, path: group ? lineOf(group, facts).path : null }
}
