import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { primary } from '@/db/postgres/client'
import { findPrivateFactsAbout, isPrivateLifeClosed } from '@/db/reports/about-me'
import { findCheckedNow, findCheckedOf, type ShownChecked } from '@/db/reports/checked-words'
import { countOpenReports } from '@/db/reports/open-reports'
import {
  findClosedReports,
  findFirstOpenReport,
  findOpenReports,
  findReport,
  findReportByReceipt,
  findReportsAmong,
  findSimilarReports,
  markSeen,
  type Reported,
  type ReportRow,
} from '@/db/reports/reports'
import type { AddressText, Asking } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { paginate } from '@/lib/input/paging'
import { sentenceOf } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import { MOST_COUNTED } from '@/lib/messages/most-counted'
import { clientOfRequest } from '@/lib/operations/form'
import { loadOpenings } from '@/lib/places/loaders'
import type { AccountActor } from '@/lib/policy/actor'
import { can, type ReadScope, readScopeOf } from '@/lib/policy/policy'
import { receiptLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'
import { type Asked, type AskedKind, askedOf } from '@/lib/reports/asked'
import { paths } from '@/lib/routes'
import { currentActor } from '@/lib/sessions/session'
import { MOST_PRIVATE } from './about-me/close-private-life'
import type { Category } from './categories'
import { publicAddress } from './file-report'
import { chosenOf, loadPieces, type PieceChoice, wordsOfPiece } from './pieces'
import { readReceipt } from './receipt'
import { resolve } from './resolve'
import { type Described, showReported } from './show-reported'

const ON_A_PAGE = 25
const MOST_SIMILAR = 20
/** So many stand before all others whose words are closed; more are not closed in a day. */
const MOST_CHECKED = 500

/** The form: what is reported, as the public sees it, and who reports it. */
export interface ReportForm {
  asked: Asked
  /** What the address named does not exist, or is not public. */
  isGone: boolean
  described: Described
  /** What the address says is the matter; null where the reporter is to choose. */
  category: Category | null
  /** The page that the reporter comes from. */
  from: string
  reporter: string | null
  /** Where a person says that a page is about them: the facts about their private life that are shown; else null. */
  privateFacts: { id: number; label: string }[] | null
  /** The pieces of a page that can be pointed at, and the one that the link here means. */
  pieces: { choices: PieceChoice[]; chosen: string }
}

/** The form for what an address names. */
export async function loadReportForm(query: Asking<AskedKind | 'about' | 'piece'>): Promise<ReportForm> {
  const asked = askedOf(query)
  const openings = await loadOpenings()
  const { scope } = openings
  const about = await resolve(primary(), asked)
  const described = await showReported(scope, about)
  const isGone = asked !== null && (!described || described.path === null)
  const site = { what: messages().reports.target.site, path: null, line: null, isDeleted: false }
  const actor = await currentActor()
  const choices = isGone || query.about === 'me' ? [] : await loadPieces(openings, about)
  return {
    asked: isGone ? null : asked,
    isGone,
    described: described ?? site,
    category: query.about === 'me' ? 'about_me' : null,
    from: await cameFrom(),
    reporter: actor.kind === 'account' ? actor.name : null,
    privateFacts: query.about === 'me' && !isGone ? await shownPrivateFacts(scope, about.entryId) : null,
    pieces: { choices, chosen: chosenOf(choices, query.piece) },
  }
}

async function shownPrivateFacts(
  within: ReadScope,
  pageId: number | null,
): Promise<ReportForm['privateFacts']> {
  if (pageId === null) return null
  const facts = await findPrivateFactsAbout(primary(), within, pageId, MOST_PRIVATE)
  return facts.flatMap(({ id, label }) => (label === null ? [] : [{ id, label }]))
}

async function cameFrom(): Promise<string> {
  const referer = URL.parse((await headers()).get('referer') ?? '')
  return publicAddress(referer ? referer.pathname + referer.search : paths.home())
}

/** What a receipt shows, or a sentence that says why it shows nothing. */
export type Receipt =
  | { state: 'found'; report: NonNullable<Awaited<ReturnType<typeof findReportByReceipt>>> }
  | { state: 'not found'; problem: string }

/** The state of the report with this receipt, for its holder. Looking up counts against the network's limit. */
export const loadReceipt = cache(async (typed: AddressText): Promise<Receipt> => {
  const { reports } = messages()
  const receipt = readReceipt(typed)
  if (!receipt) return { state: 'not found', problem: reports.status.unreadable }
  const tooMany = await withinLimits(receiptLimits((await clientOfRequest()).network))
  if (tooMany) return { state: 'not found', problem: sentenceOf(tooMany.message) }
  const report = await findReportByReceipt(primary(), receipt)
  return report ? { state: 'found', report } : { state: 'not found', problem: reports.status.missing }
})

/** The signed-in moderator; not found for everybody else. */
const requireHandler = cache(async (): Promise<AccountActor> => {
  const actor = await currentActor()
  if (actor.kind === 'visitor' || !can(actor, 'handleReports')) notFound()
  return actor
})

/** A report with its subject, as its reader may see it; null for what they may not. */
export type ReportLine = ReportRow & { about: Described | null }

export interface ReportList {
  /** Those whose words are closed while they are checked, with until when: on the first page, before all others. */
  checked: { line: ReportLine; until: Date }[]
  lines: ReportLine[]
  isClosed: boolean
  open: number
  urgent: number
  /** The `after` of the next page of the list; null at the end. */
  next: number | null
  isFirst: boolean
}

/** A page of the open reports, or of the closed ones. */
export async function loadReports(query: Asking<'show' | 'after'>): Promise<ReportList> {
  const actor = await requireHandler()
  const after = numberOfAddress(query.after)
  const isClosed = query.show === 'closed'
  const find = isClosed ? findClosedReports : findOpenReports
  const isFirst = after === null
  const [rows, counts, checked] = await Promise.all([
    find(primary(), actor.id, after, ON_A_PAGE + 1),
    countOpenReports(primary(), actor.id, MOST_COUNTED),
    isFirst && !isClosed ? loadCheckedNow(actor) : [],
  ])
  const { shown, next } = paginate(rows, ON_A_PAGE, (row) => row.id)
  return { checked, lines: await linesOf(actor, shown), isClosed, ...counts, next, isFirst }
}

async function loadCheckedNow(actor: AccountActor): Promise<ReportList['checked']> {
  const closed = await findCheckedNow(primary(), MOST_CHECKED)
  const ids = closed.map(({ reportId }) => reportId)
  const lines = await linesOf(actor, await findReportsAmong(primary(), actor.id, ids))
  return closed.flatMap(({ reportId, until }) => {
    const line = lines.find(({ id }) => id === reportId)
    return line ? [{ line, until }] : []
  })
}

export interface OneReport {
  report: ReportLine
  similar: ReportLine[]
  /** The closing of the words that it is about; null where none was. */
  checked: ShownChecked | null
  /** The words that it is about, where it is about a piece or a source. */
  pieceWords: string | null
  /** That nothing about the person's private life is published, where the report asks for that; null elsewhere. */
  closedLife: { mayOpen: boolean } | null
  /** The next open report. */
  nextId: number | null
}

/** One report, marked as seen. Not found for those who may not handle reports, nor for a report about oneself. */
export async function loadReport(segment: AddressText): Promise<OneReport> {
  const actor = await requireHandler()
  const id = numberOfAddress(segment) ?? notFound()
  const found = (await findReport(primary(), actor.id, id)) ?? notFound()
  await markSeen(primary(), id)
  const pages = found.category === 'about_me' && found.entryId !== null ? [found.entryId] : []
  const [similar, checked, isLifeClosed, nextId, [report = notFound()]] = await Promise.all([
    findSimilarReports(primary(), actor.id, found, MOST_SIMILAR),
    findCheckedOf(primary(), found),
    isPrivateLifeClosed(primary(), pages),
    findFirstOpenReport(primary(), actor.id, id),
    linesOf(actor, [found]),
  ])
  const closedLife = isLifeClosed ? { mayOpen: can(actor, 'suppress') } : null
  const pieceWords = found.closedAt ? null : await wordsOfPiece(readScopeOf(actor), found, checked)
  return { report, similar: await linesOf(actor, similar), checked, pieceWords, closedLife, nextId }
}

function linesOf(actor: AccountActor, rows: ReportRow[]): Promise<ReportLine[]> {
  const within = readScopeOf(actor)
  return Promise.all(
    rows.map(async (row) => ({ ...row, about: await showReported(within, row satisfies Reported) })),
  )
}
