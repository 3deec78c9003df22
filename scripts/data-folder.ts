import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/lib/env'
import { PlainError } from './plain-error'

/** Generated for this data folder and stored in it as `secrets.json`, mode 600. */
export interface Secrets {
  authSecret: string
  /** Passwords of the database's roles. */
  database: { admin: string; owner: string; application: string; worker: string }
}

/** The folder of the embedded database, of its secrets and of files; an absolute path. */
export const dataFolder = (): string => env.dataFolder

/** Makes the folder if it is missing. Throws a sentence when nothing can be written there. */
export function ensureDataFolder(folder: string): void {
  try {
    // Others may pass through, not list it: the database's user has its own folder below when root starts it.
    mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
    const probe = join(folder, `.writable-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? ` (${error.code})` : ''
    throw new PlainError(
      `The data folder ${folder} cannot be written${why}: set LORELEAF_DATA to one that can.`,
    )
  }
}

/** The secrets of this folder, generated on first use. Throws a sentence when the file exists but is not valid. */
export function secretsOf(folder: string): Secrets {
  const file = join(folder, 'secrets.json')
  try {
    return withWorker(file, JSON.parse(readFileSync(file, 'utf8')) as Secrets)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) {
      throw new PlainError(`The secrets in ${file} cannot be read: put the file back as it was.`)
    }
  }
  const database = { admin: made(), owner: made(), application: made(), worker: made() }
  return kept(file, { authSecret: made(), database })
}

/** A folder of an earlier release has no worker password. */
function withWorker(file: string, secrets: Secrets): Secrets {
  if (secrets.database.worker) return secrets
  return kept(file, { ...secrets, database: { ...secrets.database, worker: made() } })
}

const made = (): string => randomBytes(32).toString('base64url')

function kept(file: string, secrets: Secrets): Secrets {
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, undefined, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return secrets
}
