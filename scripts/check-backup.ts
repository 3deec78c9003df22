import { resolve } from 'node:path'
import { nowhere } from '@/lib/transfer/backup/objects'
import { restoreBackup } from '@/lib/transfer/backup/restore'
import { verifyBackup } from '@/lib/transfer/backup/verify'
import { tell } from './backup-file'
import { startThrowaway } from './postgres/throwaway'
import { say } from './say'

const NAME = 'loreleaf_check'

/** Restores a backup into a temporary database and compares every table and picture. Throws what is wrong. */
export async function checkBackup(file: string): Promise<void> {
  tell(file, await verifyBackup(file))
  const { urls, end } = await startThrowaway(NAME)
  try {
    const { tables, objects } = await restoreBackup(
      file,
      {
        migrationUrl: `${urls.owner}/${NAME}`,
        applicationUrl: `${urls.application}/${NAME}`,
        folder: resolve('drizzle'),
      },
      nowhere,
    )
    say(
      `Restored into an empty database: all ${tables.length} tables and ${objects.count} pictures are as they were.`,
    )
  } finally {
    await end()
  }
}
