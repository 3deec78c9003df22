import { createHmac } from 'node:crypto'
import { deleteHeldName, findHeldName, insertHeldName } from '@/db/accounts/held-names'
import type { Tx } from '@/db/postgres/client'
import { takeTurn } from '@/db/postgres/locks'
import { env } from '@/lib/env'

/** For how many days nobody else may take a name that was given up. */
const DAYS_HELD = 180

/** Serializes everybody who takes or gives up this name; held until the transaction ends. */
export async function turnsForNames(tx: Tx, ...nameKeys: string[]): Promise<void> {
  for (const nameKey of [...new Set(nameKeys)].sort()) await takeTurn(tx, `name:${hashOfKey(nameKey)}`)
}

/** As good as for ever, in days. */
const FOR_GOOD = 36_500

/**
 * Reserves a name that was just given up, for half a year or for good; `forId` may take it back, nobody when null.
 */
export const holdName = (
  tx: Tx,
  nameKey: string,
  forId: number | null,
  howLong: 'for a while' | 'for good' = 'for a while',
): Promise<void> =>
  insertHeldName(tx, {
    keyHash: hashOfKey(nameKey),
    accountId: forId,
    days: howLong === 'for good' ? FOR_GOOD : DAYS_HELD,
  })

/** Whether a name is reserved for others than this account, or for anybody new when null. */
export async function isHeldFrom(tx: Tx, nameKey: string, accountId: number | null): Promise<boolean> {
  const keyHash = hashOfKey(nameKey)
  const held = await findHeldName(tx, keyHash)
  if (!held) return false
  if (held.accountId === null || held.accountId !== accountId) return true
  await deleteHeldName(tx, keyHash)
  return false
}

/** Keyed, since names are easily guessed: the table alone reveals no old name. */
function hashOfKey(nameKey: string): string {
  const key = createHmac('sha256', env.authSecret).update('loreleaf held name').digest()
  return createHmac('sha256', key).update(nameKey).digest('base64url')
}
