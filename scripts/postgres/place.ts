import { createHash } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Binaries, binariesFor } from './binaries'
import { mayEnter, type ServerUser, serverUser } from './server-user'

/** The folders of a cluster's programs and data, and their user. */
export interface Place {
  binaries: Binaries
  /** The folder of PostgreSQL's data directory and log. */
  folder: string
  data: string
  user: ServerUser | undefined
  /** A note for the user, when the data is not in the data folder. */
  note: string | undefined
}

const ELSEWHERE = '/var/lib/loreleaf'
const dataIn = (folder: string) => join(folder, 'data')

/**
 * Finds the folders for the cluster of a data folder; creates missing ones. Throws when the folder cannot be written.
 */
export function placeFor(dataFolder: string): Place {
  const home = realpathSync(dataFolder)
  const near = join(home, 'postgres')
  const far = join(ELSEWHERE, createHash('sha256').update(near).digest('hex').slice(0, 16))
  const isNear = existsSync(dataIn(near)) || (!existsSync(dataIn(far)) && mayEnter(home, serverUser(near)))
  const folder = isNear ? near : far
  const user = serverUser(dataIn(folder))
  if (!isNear) mkdirSync(ELSEWHERE, { recursive: true, mode: 0o755 })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (user) chownSync(folder, user.uid, user.gid)
  const note = isNear ? undefined : `The database's user may not enter ${home}: its data is in ${folder}.`
  if (note) writeFileSync(join(home, 'DATABASE-IS-ELSEWHERE.txt'), `${note}\n`)
  return { binaries: binariesFor(user, ELSEWHERE), folder, data: dataIn(folder), user, note }
}
