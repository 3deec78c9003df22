import type { Gate } from '@/lib/content/gate'
import { typedLine } from '@/lib/content/typed-marks'
import { type Refusal, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import type { Message } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import { operation } from '@/lib/operations/operation'
import { saveNow } from '@/lib/submissions/save'
import { findPagesOfNewFact } from './new-fact-pages'
import { type NewFact, newFactSchema } from './new-fact-schema'
import { findSourcesOfNewFact } from './new-fact-sources'

/**
 * Adds a fact from plain words: pages are named by their titles, sources by a link or a description, and whatever is
 * missing is not known. What names no page is kept in the editors' note. Answers as `fact.save` does, with sentences at the
 * form's own fields.
 */
export const addFact = operation({
  name: 'fact.add',
  who: 'entering',
  input: newFactSchema,
  audits: { nothing: 'histories and the queue tell who sent what' },
  // The key stands for what was typed: sent twice it is one fact, though its new source exists the second time.
  idempotency: (input) => ({ key: input.key, body: input }),
  run: async (context, input) => {
    const stands = await findPagesOfNewFact(input)
    if (!stands.ok) return stands
    const { citations, sources, fields } = await findSourcesOfNewFact(input)
    const content = {
      statement: typedLine(input.statement),
      about: stands.about,
      speaker: stands.speaker,
      saidTo: input.saidTo || null,
      saidOn: input.saidOn || null,
      topics: topicsIn(input.topics),
      gate: gateOf(input.gate),
      isPrivateLife: input.isPrivateLife === 'on',
      citations,
      note: noteOf(input, stands, citations.length > 0),
    }
    const { key, summary } = input
    const sent = { key, summary, isMinor: false, entryId: null, baseNumber: null, content, sources }
    const answer = await saveNow('fact', context, sent)
    return 'ok' in answer ? atForm(answer, fields) : answer
  },
})

const topicsIn = (line: string) => [
  ...new Set(
    line
      .split(/[,\n]/)
      .map((topic) => topic.trim())
      .filter(Boolean),
  ),
]

function gateOf(chosen: string): Gate {
  if (/^[1-9]\d{0,14}$/.test(chosen)) return { kind: 'place', page: Number(chosen) }
  return { kind: chosen === 'unknown' ? 'unknown' : 'none' }
}

/** The note with everything that has no field of its own: names that are no pages, and quotes without a source. */
function noteOf(
  input: NewFact,
  { speakerWords, aboutWords }: { speakerWords: string | null; aboutWords: string[] },
  hasSource: boolean,
): string | null {
  const { inWords } = messages().newFact
  const lines = [
    input.note,
    speakerWords && inWords.speaker(speakerWords),
    ...aboutWords.map(inWords.about),
    input.under && inWords.under(input.under),
    !hasSource && input.quote && inWords.quote(input.quote),
  ]
  return lines.filter(Boolean).join('\n') || null
}

/** A refusal with its messages at the fields of this form; `fresh` names those of the new sources. */
function atForm(refusal: Refusal, fresh: string[]): Refusal {
  if (!refusal.fields) return refusal
  const fields: Record<string, Message> = {}
  for (const [name, message] of Object.entries(refusal.fields)) {
    const [field, said] = placed(name, message, fresh)
    fields[field] ??= said
  }
  return refuse(refusal.reason, refusal.message, fields)
}

function placed(name: string, message: Message, fresh: string[]): [string, Message] {
  const [first = '', place, part] = name.split('.')
  if (name === 'citations') return ['where', codes().newFact.sourceGone]
  if (name === 'about') return ['about', codes().newFact.namedGone]
  if (first === 'sources') return [fresh[Number(place)] ?? 'where', message]
  if (first === 'citations') return [part === 'quote' ? 'quote' : 'where', message]
  return [first, message]
}
