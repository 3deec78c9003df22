import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureSystemAccount } from '@/db/accounts/accounts'
import { type Tx, transaction } from '@/db/postgres/client'
import { takeTurn } from '@/db/postgres/locks'
import { hasEntries } from '@/db/publishing/publishing'
import { nameKeyOf } from '@/lib/accounts/names/name'
import { fileStore } from '@/lib/file-store/file-store'
import type { FileStore } from '@/lib/file-store/store'
import { importSeedFile } from './import-seed-file'
import { seedFileSchema } from './seed-file'
import { readSeedPictures } from './seed-pictures'

const SYSTEM_NAME = 'Loreleaf'

/**
 * Fills an empty wiki with the seed; a wiki that has entries stays as it is, so seeding twice changes nothing. `folder`
 * is the root of the project, where `db/seed/` is; its pictures are put into `store`. Throws `StoreAwayError`.
 */
export async function seedWiki({
  folder = process.cwd(),
  store = fileStore(),
}: {
  folder?: string
  store?: Pick<FileStore, 'put'>
} = {}): Promise<{ seeded: boolean }> {
  const text = await readFile(join(folder, 'db', 'seed', 'heartstopper.json'), 'utf8')
  const file = seedFileSchema.parse(JSON.parse(text))
  return transaction(async (tx) => {
    await takeTurn(tx, 'seed')
    if (await hasEntries(tx)) return { seeded: false }
    const authorId = await systemAccountIn(tx)
    await importSeedFile(tx, file, { pictures: await readSeedPictures(folder), store }, authorId)
    return { seeded: true }
  })
}

const systemAccountIn = (tx: Tx) =>
  ensureSystemAccount(tx, { name: SYSTEM_NAME, nameKey: nameKeyOf(SYSTEM_NAME) })

/** The account that the engine itself writes as; created when it is missing. */
export const systemAccount = (): Promise<number> => transaction(systemAccountIn)
