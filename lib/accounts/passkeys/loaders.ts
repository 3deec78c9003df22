import { findPasskeysOf } from '@/db/accounts/passkeys'
import { primary } from '@/db/postgres/client'
import { type OwnProof, requireProof } from '@/lib/accounts/second-step/loaders'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { relyingParty } from './relying-party'

/** One of one's own passkeys, in words. */
export interface OwnPasskey {
  id: string
  name: string
  added: string
  used: string
}

/** One's own passkeys, and the host where they work; null where they work nowhere. */
export async function loadPasskeys(): Promise<{
  passkeys: OwnPasskey[]
  host: string | null
  proof: OwnProof
}> {
  const { actor, proof } = await requireProof(paths.passkeys())
  const rows = await findPasskeysOf(primary(), actor.id)
  const { dates, ownAccount } = messages()
  const { used, unused, added } = ownAccount.passkeys
  const passkeys = rows.map(({ id, name, createdAt, lastUsedAt }) => ({
    id,
    name,
    added: added(dates.moment(createdAt)),
    used: lastUsedAt ? used(dates.moment(lastUsedAt)) : unused,
  }))
  return { passkeys, host: loadPasskeyHost(), proof }
}

/** The host where passkeys work; null where they work nowhere. */
export const loadPasskeyHost = (): string | null => relyingParty()?.id ?? null
