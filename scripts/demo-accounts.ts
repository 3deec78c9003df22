import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { hasPeople } from '@/db/accounts/accounts'
import { transaction } from '@/db/postgres/client'
import { createAccount } from '@/lib/accounts/create-account'

const ROLES = ['fan', 'moderator', 'owner'] as const

/**
 * In a wiki without accounts: creates one of each role, with passwords that are only in `file` (mode 600). The file is
 * written last in the transaction, so existing accounts are always in it.
 */
export async function ensureDemoAccounts(file: string): Promise<void> {
  const people = ROLES.map((role) => ({ name: role, role, password: randomBytes(12).toString('base64url') }))
  await transaction(async (tx) => {
    if (await hasPeople(tx)) return
    for (const person of people) {
      const made = await createAccount(tx, person)
      if (!made.ok)
        throw new Error(`the demo account ${person.name} was refused: ${JSON.stringify(made.fields)}`)
    }
    writeFileSync(file, `${JSON.stringify(people, undefined, 2)}\n`, { mode: 0o600 })
  })
}
