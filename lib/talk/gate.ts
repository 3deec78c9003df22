import type { Tx } from '@/db/postgres/client'
import type { Gate } from '@/lib/content/gate'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { messages } from '@/lib/messages/messages'
import { readPlaces } from '@/lib/places/loaders'

/** The gate of a comment, by the page of the place until which it tells. */
export const gateOfComment = (gatePageId: number | null): Gate =>
  gatePageId === null ? { kind: 'none' } : { kind: 'place', page: gatePageId }

/** The place until which a comment is to tell. Throws a `RefusalError` for a page that is no place. */
export async function requirePlace(tx: Tx, gate: number | null): Promise<number | null> {
  if (gate === null || (await readPlaces(tx)).some(({ id }) => id === gate)) return gate
  const sentence = codes().talk.refused.noPlace
  throw new RefusalError(refuse('invalid', sentence, { gate: sentence }))
}

/** What a thread is called: by its subject, or by why that is not shown. */
export function calledThread({ subject, isClosed }: { subject: string | null; isClosed: boolean }): string {
  const texts = messages().talk
  return subject || (isClosed ? texts.closedSubject : texts.hiddenSubject)
}
