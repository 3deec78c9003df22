import { z } from 'zod'
import { reads } from '@/db/client'
import { findTitleHolder } from '@/db/queries/titles'
import { citationOf } from '@/lib/content/fresh-citation'
import { line } from '@/lib/content/plain'
import { save } from '@/lib/editing/save'
import { refuse } from '@/lib/errors'
import type { Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { sourceFrom } from '@/lib/sources/empty-source'
import { idempotencyKey, MOST_SUMMARY } from '@/lib/submissions/schema'
import { editing } from '@/lib/texts/en/editing'
import { titleKey } from '@/lib/titles/title'
import { emptyFact } from './empty-fact'

const text = z.string().max(10_000).default('')

/** A fact as a form without JavaScript sends it: titles for pages, one new source by its link or description. */
export const plainFactSchema = z.object({
  key: idempotencyKey,
  summary: line(MOST_SUMMARY).default(''),
  statement: text,
  about: text,
  speaker: text,
  saidTo: text,
  saidOn: text,
  source: text,
  sourceTitle: text,
  quote: text,
  isPrivateLife: z.literal('on').optional(),
})

type PlainFact = z.infer<typeof plainFactSchema>

const orNull = (words: string) => words.trim() || null

/** Adds a fact from plain texts; answers as `save` does, and at the field when a page of that title is not there. */
export async function addPlainFact(actor: AccountActor, input: PlainFact, origin: Origin) {
  const about = await pageCalled(input.about)
  if (about === 'missing') return missing('about', input.about)
  const speaker = await pageCalled(input.speaker)
  if (speaker === 'missing') return missing('speaker', input.speaker)
  const statement = input.statement.replace(/\s+/g, ' ').trim()
  const title = orNull(input.sourceTitle)
  const sources = title || input.source.trim() ? [{ ...sourceFrom(input.source), title }] : []
  const content = {
    ...emptyFact,
    statement: statement ? [{ type: 'text', text: statement }] : [],
    about: about === null ? [] : [about],
    speaker,
    saidTo: orNull(input.saidTo),
    saidOn: orNull(input.saidOn),
    isPrivateLife: input.isPrivateLife === 'on',
    // The changeset's second entry is the source.
    citations: sources.map(() => citationOf(-2, { quote: orNull(input.quote) })),
  }
  const { key, summary } = input
  return save(
    'fact',
    actor,
    { key, summary, isMinor: false, entryId: null, baseNumber: null, content, sources },
    origin,
  )
}

async function pageCalled(title: string): Promise<number | null | 'missing'> {
  if (!title.trim()) return null
  const holder = await findTitleHolder(reads(), titleKey(title))
  return holder && holder.deletedAt === null ? holder.entryId : 'missing'
}

const missing = (field: string, title: string) =>
  refuse('invalid', editing.noSuchPage(title), { [field]: editing.noSuchPage(title) })
