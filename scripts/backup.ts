import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { fileStore } from '@/lib/file-store/file-store'
import { writeBackup } from '@/lib/transfer/backup/write'
import { namedFile, tell } from './backup-file'
import { checkBackup } from './check-backup'
import { dataFolder } from './data-folder'
import { isOutside } from './database'
import { command, PlainError } from './plain-error'
import { say } from './say'
import { stopRequest } from './stop-request'
import { withDatabase } from './wiki-run'

const USAGE = 'npm run backup -- [FILE], or npm run backup -- --check FILE'

command(async () => {
  const { file, isCheck } = parseOptions()
  if (isCheck) return checkBackup(file)
  if (!isOutside() && !existsSync(resolve(dataFolder(), 'secrets.json'))) {
    throw new PlainError(
      `There is no wiki in ${dataFolder()}: set LORELEAF_DATA or DATABASE_URL to where it is.`,
    )
  }
  await withDatabase(async ({ env }) => {
    const contents = await writeBackup(env.DATABASE_MIGRATION_URL, fileStore(), file, stopRequest).catch(
      (error) => {
        throw stopRequest.aborted ? new PlainError('Stopped: there is no backup.') : error
      },
    )
    tell(file, contents)
    say(
      'Read back, and whole. It holds everything that people wrote and did, and their secrets: keep it safe.',
    )
  })
})

function parseOptions(): { file: string; isCheck: boolean } {
  try {
    const { values, positionals } = parseArgs({
      options: { check: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const [name, ...more] = positionals
    if (more.length === 0 && (name || !values.check)) {
      return { file: namedFile(name ?? nameOfToday()), isCheck: values.check }
    }
  } catch {
    // An unknown option.
  }
  throw new PlainError(`Say where the backup is to be written: ${USAGE}`)
}

const nameOfToday = () => `loreleaf-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}Z.backup.gz`
