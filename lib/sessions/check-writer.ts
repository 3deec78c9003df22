import { findActor } from '@/db/accounts/actors'
import { primary } from '@/db/postgres/client'
import { refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import type { Actor } from '@/lib/policy/actor'
import { markOf, type OtherAccountRefusal, SEND_AS, WRITTEN_AS } from './written-as'

/**
 * Null when the sender of a form is its writer, or has confirmed sending it in their own name. Otherwise why not:
 * somebody else has signed in, or out, in another tab. A form without a writer (its page is older than this rule) is
 * asked about too. Reads the writer's name only then.
 */
export async function checkWriter(
  actor: Actor,
  form: { get: (name: string) => unknown },
): Promise<OtherAccountRefusal | null> {
  const { otherAccount } = codes()
  const sender = markOf(actor)
  const writer = form.get(WRITTEN_AS)
  if (writer === sender || form.get(SEND_AS) === sender) return null
  const senderName = actor.kind === 'visitor' ? null : actor.name
  const writerName = await nameOf(writer)
  const says = typeof writer === 'string' && writer !== ''
  const message = says ? otherAccount.message(senderName, writerName) : otherAccount.unsaid(senderName)
  return {
    ...refuse('other_account', message),
    reason: 'other_account',
    sender: { mark: sender, name: senderName },
    writerName,
  }
}

async function nameOf(mark: unknown): Promise<string | null> {
  if (typeof mark !== 'string' || !/^[1-9]\d{0,8}$/.test(mark)) return null
  return (await findActor(primary(), Number(mark)))?.name ?? null
}
