import { primary } from '@/db/postgres/client'
import { findEntryHeads } from '@/db/publishing/publishing'
import { isVisibleTo } from '@/db/visibility/private-life'
import { sendChangeset } from '@/lib/changesets/submit'
import { plainText } from '@/lib/content/plain-text'
import { type Refusal, refuse } from '@/lib/errors'
import { kindOf, stored } from '@/lib/kinds/registry'
import type { FactContent } from '@/lib/kinds/schemas/fact'
import { codes } from '@/lib/messages/codes'
import { messages } from '@/lib/messages/messages'
import { operation } from '@/lib/operations/operation'
import { readScopeOf } from '@/lib/policy/policy'
import type { Saved } from '@/lib/submissions/save'
import { splitSchema } from './split-schema'

/**
 * Splits a fact that says two things: it keeps the first with its number and history, and the second becomes a fact of
 * its own, about the same and as far along. Each keeps the citations chosen for it. An edit like any other: published at
 * once, or reviewed as one. Refused where the fact has changed since the form was opened.
 */
export const splitFact = operation({
  name: 'fact.split',
  who: 'entering',
  input: splitSchema,
  audits: { nothing: 'histories and the queue tell who sent what' },
  idempotency: (input) => ({ key: input.key, body: { split: input } }),
  run: async (context, input): Promise<Saved | Refusal> => {
    const { key, entryId, baseNumber } = input
    const head = (await findEntryHeads(primary(), [entryId])).get(entryId)
    const isThere =
      head &&
      kindOf(head.kind).hasStanding &&
      (await isVisibleTo(primary(), readScopeOf(context.actor), entryId))
    if (!head || !isThere) return refuse('not_found', codes().writing.entryNotFound)
    if (head.headNumber !== baseNumber) return refuse('conflict', codes().facts.split.changed)
    const { split } = messages().facts
    const [first, second] = halvesOf(stored('fact', head), input)
    const summary = input.summary || split.summary(head.number)
    const items = [
      { kind: 'fact' as const, entryId, baseNumber, content: first },
      { kind: 'fact' as const, entryId: null, baseNumber: null, content: second },
    ]
    const sent = await sendChangeset(context, { key, summary, isMinor: false, items })
    if ('conflicts' in sent) return refuse('conflict', codes().facts.split.changed)
    if (!('outcome' in sent)) return atForm(sent)
    if (sent.outcome === 'waiting') return sent
    const made = sent.entries.find(({ id }) => id !== entryId)
    return { outcome: 'published', event: sent.event, path: made?.path ?? '' }
  },
})

function halvesOf(fact: FactContent, input: Record<string, unknown> & { first: string; second: string }) {
  const citedIn = (side: 'first' | 'second') =>
    fact.citations.filter((_, at) => ['both', side, undefined].includes(input[`citation${at}`] as never))
  const said = (text: string) =>
    text === plainText(fact.statement) ? fact.statement : [{ type: 'text' as const, text }]
  return [
    { ...fact, statement: said(input.first), citations: citedIn('first') },
    { ...fact, statement: said(input.second), citations: citedIn('second') },
  ] as const
}

/** A refusal with its sentences at the statement that they are about. */
function atForm({ reason, message, fields = {} }: Refusal): Refusal {
  const placed = Object.entries(fields).map(([name, sentence]) => [
    name.startsWith('items.2.') ? 'second' : 'first',
    sentence,
  ])
  return refuse(reason, message, Object.fromEntries(placed))
}
