import { createHmac } from 'node:crypto'
import { deleteHeldName, findHeldName, insertHeldName } from '@/db/accounts/held-names'
import type { Tx } from '@/db/postgres/client'
import { takeTurn } from '@/db/postgres/locks'
import { env } from '@/lib/env'

/** How long nobody else may bear a name that somebody was known by. */
const DAYS_HELD = 180

/** Whoever takes, or leaves, a name takes turns with everybody else who wants it; held until the transaction ends. */
export async function turnsForNames(tx: Tx, ...nameKeys: string[]): Promise<void> {
  for (const nameKey of [...new Set(nameKeys)].sort()) await takeTurn(tx, `name:${hashOfKey(nameKey)}`)
}

/** Keeps a name that was just left from being taken by others; `forId` may take it back, nobody when null. */
export const holdName = (tx: Tx, nameKey: string, forId: number | null): Promise<void> =>
  insertHeldName(tx, { keyHash: hashOfKey(nameKey), accountId: forId, days: DAYS_HELD })

/** Whether a name is kept from this account, or from anybody new when null. Its own is given back to it. */
export async function isHeldFrom(tx: Tx, nameKey: string, accountId: number | null): Promise<boolean> {
  const keyHash = hashOfKey(nameKey)
  const held = await findHeldName(tx, keyHash)
  if (!held) return false
  if (held.accountId === null || held.accountId !== accountId) return true
  await deleteHeldName(tx, keyHash)
  return false
}

/** Keyed, since names are easily tried: who has the table alone learns no old name from it. */
function hashOfKey(nameKey: string): string {
  const key = createHmac('sha256', env.authSecret).update('loreleaf held name').digest()
  return createHmac('sha256', key).update(nameKey).digest('base64url')
}
