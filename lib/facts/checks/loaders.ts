import { notFound } from 'next/navigation'
import { findOwnCheck } from '@/db/facts/checks'
import { findFactByNumber } from '@/db/facts/facts'
import type { CheckVerdict } from '@/db/facts/schema'
import { primary, reads } from '@/db/postgres/client'
import { hasPublished } from '@/db/talk/comments'
import { requireAccount } from '@/lib/accounts/loaders'
import { findPassages, type Passage } from '@/lib/captures/passages'
import type { SourceRecord } from '@/lib/citations/record'
import type { Citation } from '@/lib/content/citation'
import { isSaid, readFact, type SaidFact } from '@/lib/facts/card'
import { type FactView, factViewOf } from '@/lib/facts/view'
import type { AddressText, Asking } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { checkedKey } from '@/lib/kinds/checked-key'
import { sentenceOf } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import type { AccountActor } from '@/lib/policy/actor'
import { can, readScopeOf } from '@/lib/policy/policy'
import { whyNot } from '@/lib/policy/refusals'
import { paths } from '@/lib/routes'
import { isOwnCitation } from './is-own'

/** A fact beside one of its sources, and what this account said of the two. */
export interface CheckView {
  fact: FactView
  citation: Citation
  key: string
  record: SourceRecord | undefined
  /** What is known of the words that it quotes. */
  passage: Passage
  own: { id: number; verdict: CheckVerdict } | null
  /** Whether their name will stand there: an edit of theirs was published. */
  counts: boolean
}

type Head = NonNullable<Awaited<ReturnType<typeof findFactByNumber>>>

/** What the form of a check shows. */
export async function checkViewOf(
  actor: AccountActor,
  { fact, head, citation }: { fact: SaidFact; head: Head; citation: Citation },
): Promise<CheckView> {
  const key = checkedKey(fact.content, citation)
  const asked = { factId: head.id, sourceId: citation.source, key, accountId: actor.id }
  const { source, quote, locator } = citation
  const [view, own, counts, [passage]] = await Promise.all([
    factViewOf(fact, { ...head, label: head.label ?? '' }),
    findOwnCheck(primary(), asked),
    hasPublished(primary(), actor.id),
    findPassages(reads(), readScopeOf(actor), [{ source, quote, locator }]),
  ])
  return {
    fact: view,
    citation,
    key,
    record: view.records.get(source),
    own,
    counts,
    passage: passage ?? nothing,
  }
}

const nothing: Passage = { state: 'unread', why: 'no-words', link: null }

/** The page of a check, or why there is none. */
export type CheckPage = { check: CheckView } | { number: number; whyNot: string }

/** The form for comparing the fact `segment` with the citation that is asked for; a visitor signs in first. */
export async function loadCheckPage(segment: AddressText, { of }: Asking<'of'>): Promise<CheckPage> {
  const number = numberOfAddress(segment) ?? notFound()
  const actor = await requireAccount(paths.checkFact(number, { of }))
  const head = await findFactByNumber(primary(), readScopeOf(actor), number)
  const fact = head && readFact({ ...head, revisionId: head.headId })
  if (!head || !fact || !isSaid(fact)) notFound()
  const citation = fact.content.citations.find((one) => checkedKey(fact.content, one) === of)
  if (!citation) return { number, whyNot: messages().checks.changed }
  const { source, locator } = citation
  const isOwn = await isOwnCitation(primary(), { factId: head.id, source, locator, accountId: actor.id })
  if (!can(actor, 'check', { isOwn })) return { number, whyNot: sentenceOf(whyNot(actor, 'check').message) }
  return { check: await checkViewOf(actor, { fact, head, citation }) }
}
