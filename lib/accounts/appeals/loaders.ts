import { notFound } from 'next/navigation'
import { countOthersOfRoles, findLastAppeal, findOpenAppeals } from '@/db/accounts/appeals'
import { findBlock, type ShownBlock } from '@/db/accounts/blocks'
import { primary } from '@/db/postgres/client'
import { blockRuleOf } from '@/lib/accounts/block-rules'
import { requireAccount } from '@/lib/accounts/loaders'
import type { Asking } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { paginate } from '@/lib/input/paging'
import { messages } from '@/lib/messages/messages'
import type { AccountActor } from '@/lib/policy/actor'
import { mayAnswerAppeal, rolesThatUnblock } from '@/lib/policy/appeals'
import { can } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'
import { currentActor } from '@/lib/sessions/session'
import { nextAppealFrom } from './send-appeal'

const ON_A_PAGE = 20

/** The page on which an account contests its block. */
export interface OwnAppeal {
  block: ShownBlock | null
  /** The rule of the block, as a sentence. */
  rule: string
  last: Awaited<ReturnType<typeof findLastAppeal>>
  /** From when on they can contest it again; null where they can now, or an answer is to come. */
  nextFrom: Date | null
  mayWrite: boolean
  /** Whether nobody but who set the block can answer. */
  isAlone: boolean
}

/** One's own block, and what one said against it; a visitor signs in first. */
export async function loadOwnAppeal(): Promise<OwnAppeal> {
  const actor = await requireAccount(paths.appeal())
  const [block, last] = await Promise.all([
    findBlock(primary(), actor.id),
    findLastAppeal(primary(), actor.id),
  ])
  const next = last?.answeredAt ? nextAppealFrom(last.at) : null
  const nextFrom = next && next > new Date() ? next : null
  const others = block ? await countOthersOfRoles(primary(), rolesThatUnblock(actor), block.by.id) : 1
  return {
    block,
    rule: ruleInWords(block?.rule ?? 'other'),
    last,
    nextFrom,
    mayWrite: block !== null && (last === null || (last.answeredAt !== null && nextFrom === null)),
    isAlone: others === 0,
  }
}

const ruleInWords = (stored: string): string => messages().accounts.block.rules[blockRuleOf(stored)]

type AppealRow = Awaited<ReturnType<typeof findOpenAppeals>>[number]

/** An open appeal as moderators see it. */
export type AppealLine = Pick<AppealRow, 'id' | 'words' | 'at' | 'personId' | 'personName'> & {
  block: ShownBlock
  /** Its rule, as a sentence. */
  rule: string
  mayAnswer: boolean
  /** Whether this reader set the block. */
  isOwn: boolean
}

export interface AppealQueue {
  lines: AppealLine[]
  next: number | null
}

/** The open appeals; not found for those who may block nobody. */
export async function loadAppeals(query: Asking<'after'>): Promise<AppealQueue> {
  const actor = await currentActor()
  if (actor.kind === 'visitor' || !can(actor, 'block')) notFound()
  const rows = await findOpenAppeals(primary(), numberOfAddress(query.after), ON_A_PAGE + 1)
  const { shown, next } = paginate(rows, ON_A_PAGE, (row) => row.id)
  return { lines: await Promise.all(shown.map((row) => lineFor(actor, row))), next }
}

async function lineFor(actor: AccountActor, row: AppealRow): Promise<AppealLine> {
  const { id, words, at, personId, personName, personRole, byId, byName, since, until, rule, reason } = row
  const person = { id: personId, role: personRole }
  const others = await countOthersOfRoles(primary(), rolesThatUnblock(person), byId)
  return {
    ...{ id, words, at, personId, personName },
    block: { by: { id: byId, name: byName }, since, until, rule, reason },
    rule: ruleInWords(rule),
    mayAnswer: mayAnswerAppeal(actor, { person, blockedById: byId, others }),
    isOwn: byId === actor.id,
  }
}
