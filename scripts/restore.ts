import { resolve } from 'node:path'
import { fileStore } from '@/lib/file-store/file-store'
import { restoreBackup } from '@/lib/transfer/backup/restore'
import { verifyBackup } from '@/lib/transfer/backup/verify'
import { namedFile, tell } from './backup-file'
import { command, PlainError } from './plain-error'
import { say } from './say'
import { stopRequested } from './stop-request'
import { withWiki } from './wiki-run'

command(async () => {
  const [name, ...more] = process.argv.slice(2)
  if (!name || more.length > 0) throw new PlainError('Say which backup to restore: npm run restore -- FILE')
  const file = namedFile(name)
  // Before anything is started: a database that is not needed is not made.
  tell(file, await verifyBackup(file))
  await withWiki({}, async ({ database: { env } }) => {
    say('Restoring')
    const restoring = restoreBackup(
      file,
      {
        migrationUrl: env.DATABASE_MIGRATION_URL,
        applicationUrl: env.DATABASE_URL,
        folder: resolve('drizzle'),
      },
      fileStore(),
    )
    const contents = await Promise.race([restoring, stopRequested()])
    if (!contents) throw new PlainError('Stopped: nothing was restored.')
    say(
      `Restored: all ${contents.tables.length} tables and ${contents.objects.count} pictures are as they were. npm start starts the wiki.`,
    )
  })
})
