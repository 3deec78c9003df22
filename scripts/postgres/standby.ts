import { appendFileSync, chownSync, copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { placeFor } from './place'
import { startIn, type Throwaway, throwawayFolder } from './throwaway'

/** A streaming standby of a temporary cluster. */
export interface Standby extends Throwaway {
  /** Pauses or resumes the replay; what arrives meanwhile is received and not shown. */
  replay: (isOn: boolean) => Promise<void>
}

/** What a base backup leaves out (PostgreSQL's manual, "Making a Base Backup"). */
const LEFT_OUT =
  /^(postmaster\.(pid|opts)|pg_(wal|replslot|dynshmem|notify|serial|snapshots|stat_tmp|subtrans)\/.+)$/

/**
 * Makes a streaming standby of a running temporary cluster: copies its files between the start and the stop of a base
 * backup, since the packages contain no `pg_basebackup`. Resolves when it answers queries.
 */
export async function startStandby(primary: Throwaway): Promise<Standby> {
  const folder = throwawayFolder()
  const { data, user } = placeFor(folder)
  const slot = `standby_${primary.cluster.port}_${process.pid}_${Date.now()}`
  const admin = postgres(`${primary.urls.admin}/postgres`, { max: 1, onnotice: () => {} })
  try {
    await admin`select pg_create_physical_replication_slot(${slot}, true)`
    await admin`select pg_backup_start('standby', fast => true)`
    copyData(primary.cluster.place.data, data)
    const [stopped] = await admin`select labelfile from pg_backup_stop(wait_for_archive => false)`
    writeFileSync(join(data, 'backup_label'), stopped?.labelfile)
  } finally {
    await admin.end({ timeout: 5 })
  }
  const { hostname, port, username, password } = new URL(primary.urls.admin)
  const conninfo = `host=${hostname} port=${port} user=${username} password=${password}`
  const settings = `primary_conninfo = '${conninfo}'\nprimary_slot_name = '${slot}'\n`
  appendFileSync(join(data, 'postgresql.auto.conf'), settings)
  writeFileSync(join(data, 'standby.signal'), '')
  if (user) giveTo(user, data)
  const standby = await startIn(folder)
  return { ...standby, replay: (isOn) => setReplay(`${standby.urls.admin}/postgres`, isOn) }
}

function copyData(from: string, to: string, below = ''): void {
  mkdirSync(join(to, below), { mode: 0o700 })
  for (const item of readdirSync(join(from, below), { withFileTypes: true })) {
    const path = join(below, item.name)
    if (LEFT_OUT.test(path)) continue
    if (item.isDirectory()) copyData(from, to, path)
    else copyUnlessGone(join(from, path), join(to, path))
  }
}

/** Files disappear while they are copied; the log replays that later. */
function copyUnlessGone(from: string, to: string): void {
  try {
    copyFileSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

function giveTo(user: { uid: number; gid: number }, path: string): void {
  chownSync(path, user.uid, user.gid)
  for (const item of readdirSync(path, { withFileTypes: true })) {
    if (item.isDirectory()) giveTo(user, join(path, item.name))
    else chownSync(join(path, item.name), user.uid, user.gid)
  }
}

async function setReplay(url: string, isOn: boolean): Promise<void> {
  const admin = postgres(url, { max: 1, onnotice: () => {} })
  try {
    if (isOn) return void (await admin`select pg_wal_replay_resume()`)
    await admin`select pg_wal_replay_pause()`
    // It is a request; what is being replayed is finished first.
    while ((await admin`select 1 where pg_get_wal_replay_pause_state() = 'paused'`).length === 0);
  } finally {
    await admin.end({ timeout: 5 })
  }
}
