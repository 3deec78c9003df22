import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PlainError } from './plain-error'
import { identityOf } from './process-identity'

/** Who uses a data folder. Stored in it as `running.json`, so that two starts never share one. */
interface Holder {
  pid: number
  identity: string
  address?: string
  isStopping?: boolean
  /** The server's own process. */
  server?: { pid: number; identity: string }
}

export interface RunLock {
  /** Records what others may want to know about this run. */
  note: (news: Partial<Pick<Holder, 'address' | 'isStopping' | 'server'>>) => void
  release: () => void
}

/**
 * Takes the data folder for this process. Waits for a run that is stopping, removes the lock of one that was killed,
 * and throws a sentence when one is running or the folder cannot be written.
 */
export async function takeRunLock(dataFolder: string): Promise<RunLock> {
  const file = join(dataFolder, 'running.json')
  await waitForOthers(file, dataFolder)
  const holder: Holder = { pid: process.pid, identity: identityOf(process.pid) ?? '' }
  writeFileSync(file, JSON.stringify(holder), { flag: 'wx', mode: 0o600 })
  return {
    note: (news) => replace(file, Object.assign(holder, news)),
    release: () => rmSync(file, { force: true }),
  }
}

/** Whether a wiki is running on this data folder. */
export function isRunning(dataFolder: string): boolean {
  const holder = read(join(dataFolder, 'running.json'))
  return holder !== undefined && isAlive(holder)
}

async function waitForOthers(file: string, dataFolder: string): Promise<void> {
  for (let waited = 0; ; waited += 100) {
    const holder = read(file)
    if (!holder || !isAlive(holder)) {
      if (holder?.server && isAlive(holder.server)) process.kill(holder.server.pid, 'SIGKILL')
      rmSync(file, { force: true })
      return
    }
    if (waited >= (holder.isStopping ? 20_000 : 1_000)) {
      const where = holder.address ? ` at ${holder.address}` : ''
      throw new PlainError(`Loreleaf is already running on ${dataFolder}${where} (process ${holder.pid}).`)
    }
    await sleep(100)
  }
}

const isAlive = ({ pid, identity }: { pid: number; identity: string }) => identityOf(pid) === identity

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

function replace(file: string, holder: Holder): void {
  writeFileSync(`${file}.new`, JSON.stringify(holder), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
