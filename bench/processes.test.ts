import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, expect, it } from 'vitest'
import { busyDuring, treeOf } from './processes'

const child = spawn(process.execPath, ['-e', 'console.log("up"); for (;;);'])
afterAll(() => {
  child.kill('SIGKILL')
})

it('a process is counted with what it has started', async () => {
  await once(child.stdout, 'data')
  const [mine, its] = [treeOf(process.pid), treeOf(child.pid ?? 0)]
  expect(its.count).toBe(1)
  expect(its.rss).toBeGreaterThan(10)
  expect(mine.count).toBeGreaterThan(1)
  expect(mine.rss).toBeGreaterThan(its.rss)
})

it('a process that does nothing else is seen to be busy', async () => {
  const { cores } = await busyDuring(child.pid ?? 0, () => new Promise((done) => setTimeout(done, 1_000)))
  expect(cores).toBeGreaterThan(0.05)
  expect(cores).toBeLessThan(1.2)
})
