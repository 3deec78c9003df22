import { once } from 'node:events'
import { startNode } from '@/scripts/child'
import { toUndo } from '../leftovers'
import type { FromStreams, ToStreams } from './streams.process'

/** Streams that stand open, in a process of their own. */
export interface OpenStreams {
  /** How long it took until each had been told the first thing, in milliseconds. */
  took: number
  /** Does something that all are told of; gives after how many milliseconds the slowest was. */
  tellAll: (tell: () => Promise<unknown>) => Promise<number>
  end: () => Promise<void>
}

/** Opens a stream for each of these headers. Throws when one is refused. */
export async function openStreams(url: string, headers: Record<string, string>[]): Promise<OpenStreams> {
  const child = startNode(['--import', 'tsx', 'bench/load/streams.process.ts'], {
    stdio: ['ignore', 2, 2, 'ipc'],
  })
  const end = toUndo(async () => void (await child.end(15)))
  async function ask<Key extends string>(asked: ToStreams | null, key: Key): Promise<number> {
    const answered = once(child.process, 'message')
    if (asked) child.process.send(asked)
    const [words] = (await answered) as [FromStreams & Partial<Record<Key, number>>]
    if (!(key in words)) throw new Error(`the streams said ${JSON.stringify(words)}`)
    return Number(words[key])
  }
  const began = performance.now()
  await ask({ url, headers }, 'opened')
  return {
    took: performance.now() - began,
    async tellAll(tell) {
      await ask('listen', 'listening')
      const told = ask(null, 'slowest')
      const began = performance.timeOrigin + performance.now()
      await tell()
      return (await told) - began
    },
    end,
  }
}
