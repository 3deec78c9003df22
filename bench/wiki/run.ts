import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeClients } from '@/db/postgres/client'
import { startWiki } from '@/e2e/support/wiki'
import { paths } from '@/lib/routes'
import { type Database, runningDatabase } from '@/scripts/database'
import { toUndo } from '../leftovers'
import { forgetSettings } from './settings'

/** A wiki with the seed in it, started as `npm start` does, in a new data folder. */
export interface BenchWiki {
  address: string
  /** The environment for reaching its database, and for signing as it does. */
  env: Database['env']
  /** The gateway's process; the renderers are its children. */
  pid: number
}

/** The page of the seed that lists the founding facts, on which the goals are set. */
export const HOT_TITLE = 'Heartstopper (TV series)'
export const HOT_PAGE = paths.page(HOT_TITLE)

/** Starts a wiki with the seed in it, runs `work` on it, and removes everything. See `openWiki`. */
export async function withWiki<T>(
  work: (wiki: BenchWiki) => Promise<T>,
  settings: Record<string, string> = {},
): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), 'loreleaf-bench-'))
  // Started by root, the database runs as another user, who must be able to enter the folder.
  chmodSync(home, 0o711)
  const removeHome = toUndo(async () => rmSync(home, { recursive: true, force: true }))
  try {
    const wiki = await openWiki(join(home, 'data'), settings)
    try {
      return await work(wiki)
    } finally {
      await wiki.end()
    }
  } finally {
    await removeHome()
  }
}

/**
 * Starts the wiki of a data folder. From now on this process' own `DATABASE_URL` and `AUTH_SECRET` are that wiki's, so
 * that operations can be called here. `settings` are those that the wiki is started with beside them.
 */
export async function openWiki(
  dataFolder: string,
  settings: Record<string, string> = {},
): Promise<BenchWiki & { end: () => Promise<void> }> {
  await closeClients()
  forgetSettings()
  // The bench counts as the one proxy: otherwise writers from one network would exceed the limits.
  const own = { LORELEAF_DATA: dataFolder, LORELEAF_TRUSTED_PROXIES: '1' }
  const wiki = await startWiki({ ...own, ...settings })
  const stop = toUndo(async () => void (await wiki.end('SIGTERM')))
  const { env } = runningDatabase(dataFolder)
  Object.assign(process.env, env)
  const end = async () => {
    await closeClients()
    await stop()
  }
  return { address: wiki.address, env, pid: serverOf(dataFolder), end }
}

const serverOf = (dataFolder: string): number =>
  JSON.parse(readFileSync(join(dataFolder, 'running.json'), 'utf8')).server.pid
