import { findAccountCard } from '@/db/accounts/accounts'
import { findEntryNames } from '@/db/entries/titles'
import { reads } from '@/db/postgres/client'
import { type PublicAct, publicActs } from '@/lib/audit'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { type LogLine, linesOf, nameOfEntry, readActs, type Target } from '@/lib/entries/acts'
import { isCalledByLabel } from '@/lib/entries/called'
import type { Asking } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { paginate } from '@/lib/input/paging'
import { loadOpenings, nameClosings } from '@/lib/places/loaders'
import { paths } from '@/lib/routes'

const ON_A_PAGE = 50

export interface PublicLog {
  lines: LogLine[]
  act: PublicAct | null
  /** The entry or account that the log is filtered by, as the address names it; null for none. */
  of: (Target & { spelled: string }) | null
  next: number | null
  isFirst: boolean
}

/** The log's query: one act, one entry or account (`entry:12`, `account:5`), a place to continue from. */
export async function loadLog(query: Asking<'act' | 'of' | 'before'>): Promise<PublicLog> {
  recordDependency(tags.log)
  const act = publicActs.find((known) => known === query.act) ?? null
  const subject = subjectOf(query.of)
  const before = numberOfAddress(query.before)
  const rows = await readActs({
    act,
    ...(subject && idOf(subject)),
    before,
    most: ON_A_PAGE + 1,
  })
  const { shown, next } = paginate(rows, ON_A_PAGE, (row) => row.id)
  const of = subject && (await nameOf(subject))
  return {
    lines: linesOf(shown),
    act,
    of: of && { ...of, spelled: String(query.of) },
    next,
    isFirst: before === null,
  }
}

/** The entry or account that the log is filtered by. */
type LogSubject = { entry: number } | { account: number }

function subjectOf(spelled: unknown): LogSubject | null {
  const [, kind, digits] = (typeof spelled === 'string' && /^(entry|account):(\d+)$/.exec(spelled)) || []
  const id = numberOfAddress(digits)
  if (id === null) return null
  return kind === 'entry' ? { entry: id } : { account: id }
}

const idOf = (of: LogSubject) => ('entry' in of ? { entryId: of.entry } : { accountId: of.account })

async function nameOf(of: LogSubject): Promise<Target | null> {
  if ('entry' in of) {
    recordDependency(tags.entry(of.entry))
    const openings = await loadOpenings()
    const [row] = await findEntryNames(reads(), openings.scope, [of.entry])
    nameClosings(openings, row ? [row] : [])
    return row ? nameOfEntry({ ...row, label: isCalledByLabel(row) ? row.label : null }) : null
  }
  recordDependency(tags.account(of.account))
  const card = await findAccountCard(reads(), of.account)
  return card && { label: card.name, path: paths.person(card.id) }
}
