import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname } from 'node:path'

/** PostgreSQL refuses to run as root: this user runs it then. */
export interface ServerUser {
  uid: number
  gid: number
}

/**
 * Who runs the server: the current user unless that is root; for root the owner of existing data, or a user without
 * rights.
 */
export function serverUser(data: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  return ownerOf(data) ?? userNamed('postgres') ?? madeUser('loreleaf') ?? userNamed('nobody')
}

/** Whether this user may enter the folder and read its content. Without a user: whether this process may. */
export function mayEnter(path: string, user: ServerUser | undefined): boolean {
  if (!user) return true
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder)
    const mine = uid === user.uid ? mode >> 6 : gid === user.gid ? mode >> 3 : mode
    if ((mine & 1) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

function ownerOf(data: string): ServerUser | undefined {
  const { uid, gid } = statSync(data, { throwIfNoEntry: false }) ?? { uid: 0, gid: 0 }
  return uid === 0 ? undefined : { uid, gid }
}

function userNamed(name: string): ServerUser | undefined {
  const number = (flag: string) =>
    Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: number('-u'), gid: number('-g') }
  } catch {
    return undefined
  }
}

function madeUser(name: string): ServerUser | undefined {
  try {
    if (!userNamed(name))
      execFileSync('useradd', ['--system', '--user-group', '--no-create-home', name], { stdio: 'ignore' })
    return userNamed(name)
  } catch {
    return undefined
  }
}
