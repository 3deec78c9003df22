import type { Credentials } from '@/db/accounts/credentials'
import { countIdentities } from '@/db/accounts/outside-identities'
import { countPasskeys } from '@/db/accounts/passkeys'
import type { Tx } from '@/db/postgres/client'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'

/**
 * Throws a refusal where an account, locked, has no way left to sign in: no password, no passkey, no account at another
 * site. An address does not count, since its mailbox may be lost, and the wiki may stop sending mail.
 */
export async function refuseLastWay(tx: Tx, { id, passwordHash }: Credentials): Promise<void> {
  if (passwordHash !== null) return
  const ways = (await countPasskeys(tx, id)) + (await countIdentities(tx, id))
  if (ways === 0) throw new RefusalError(refuse('not_allowed', codes().ownAccount.lastWay))
}
