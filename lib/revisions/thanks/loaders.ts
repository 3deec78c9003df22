import { notFound } from 'next/navigation'
import { primary } from '@/db/postgres/client'
import { findRevisionTexts } from '@/db/revisions/revisions'
import { hasThanked } from '@/db/revisions/thanks'
import { hasPublished } from '@/db/talk/comments'
import { requireAccount } from '@/lib/accounts/loaders'
import type { AddressText } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { sentenceOf } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import type { AccountActor } from '@/lib/policy/actor'
import { can, readScopeOf } from '@/lib/policy/policy'
import { whyNot } from '@/lib/policy/refusals'
import { paths } from '@/lib/routes'
import { lineOf, type RevisionLine } from '../line'
import { authorIdOf } from './author-id'

/** An edit that somebody may thank for. */
export interface ThankPage {
  line: RevisionLine
  /** Why they may not (any more); null where they may. */
  whyNot: string | null
}

/** The page for thanking for the edit `id`; not found where it is not there. A visitor signs in first. */
export async function loadThankPage(segment: AddressText): Promise<ThankPage> {
  const revisionId = numberOfAddress(segment) ?? notFound()
  const actor = await requireAccount(paths.thank(revisionId))
  const [row] = await findRevisionTexts(primary(), readScopeOf(actor), [revisionId])
  if (!row) notFound()
  const line = lineOf(row)
  return { line, whyNot: await whyNotThank(actor, line) }
}

async function whyNotThank(actor: AccountActor, line: RevisionLine): Promise<string | null> {
  const texts = messages().thanks
  const authorId = authorIdOf(line)
  if (authorId === actor.id) return texts.own
  if (authorId === null) return texts.nobody
  const [isKnown, isThanked] = await Promise.all([
    hasPublished(primary(), actor.id),
    hasThanked(primary(), { revisionId: line.id, byId: actor.id }),
  ])
  if (isThanked) return texts.thanked(line.author.by === 'hidden' ? '' : line.author.name)
  return can(actor, 'thank', { authorId, hasPublished: isKnown })
    ? null
    : sentenceOf(whyNot(actor, 'thank').message)
}
