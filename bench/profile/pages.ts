import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { treeOf } from '@/bench/processes'
import { closeClients, transaction } from '@/db/postgres/client'
import { announce } from '@/lib/cache/announce'
import { SAVED_COOKIE, signEvent } from '@/lib/cache/saved'
import { tags } from '@/lib/cache/tags'
import { startNode } from '@/scripts/child'
import { GATEWAY_FLAGS } from '@/scripts/node-flags'
import { command } from '@/scripts/plain-error'
import { say } from '@/scripts/say'
import { withDatabase } from '@/scripts/wiki-run'

/**
 * What cold pages cost and weigh, path by path, on the built wiki under `LORELEAF_DATA`, running or not:
 * `npx tsx bench/profile/pages.ts [--times 100] [PATH …]`. The first path has next to nothing on it: what is left is the
 * frame's and the framework's. Processor time is the server's, the database's left out; it tells more on a busy machine.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { times: { type: 'string', default: '100' } },
})
const PATHS = ['/facts/0', '/wiki/Joe_Locke', '/wiki/Heartstopper_(TV_series)', '/', '/facts/1', '/facts']
const HEAD = ['path', 'median ms', 'fastest ms', 'processor ms', 'kB', 'kB gz']

command(() =>
  withDatabase(async ({ env }) => {
    Object.assign(process.env, env)
    const server = startNode([...GATEWAY_FLAGS, 'dist/serve.mjs'], {
      env: { ...process.env, PORT: '0', NODE_ENV: 'production' },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    try {
      const started = new Promise<{ port: number }>((done) => server.process.once('message', done))
      const { port } = await started
      say(HEAD.join('\t'))
      for (const path of positionals.length > 0 ? positionals : PATHS)
        say((await measure(`http://127.0.0.1:${port}${path}`, path, server.process.pid ?? 0)).join('\t'))
    } finally {
      await server.end(20)
      await closeClients()
    }
  }),
)

/** Reads a page many times, each time after something that it was made from has changed. */
async function measure(url: string, path: string, pid: number): Promise<(string | number)[]> {
  const times = Number(values.times)
  for (let count = 0; count < 50; count += 1) await coldRead(url)
  const before = treeOf(pid).cpu
  const taken: number[] = []
  let html = ''
  for (let count = 0; count < times; count += 1) {
    const read = await coldRead(url)
    taken.push(read.milliseconds)
    html = read.html
  }
  const processor = ((treeOf(pid).cpu - before) * 1_000) / times
  taken.sort((a, b) => a - b)
  const kB = [html.length, gzipSync(html).length].map((bytes) => bytes / 1_000)
  const figures = [taken[Math.floor(times / 2)] ?? 0, taken[0] ?? 0, processor, ...kB]
  return [path, ...figures.map((figure) => Math.round(figure * 10) / 10)]
}

async function coldRead(url: string): Promise<{ milliseconds: number; html: string }> {
  const event = await transaction((tx) => announce(tx, [tags.settings]))
  // The gateway hears of it meanwhile; and it waits until it has, for who says that this is theirs.
  await wait(10)
  const began = performance.now()
  const answer = await fetch(url, { headers: { cookie: `${SAVED_COOKIE}=${signEvent(event)}` } })
  const html = await answer.text()
  return { milliseconds: performance.now() - began, html }
}
