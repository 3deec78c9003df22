import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { getPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepWorker } from './keep-worker'

const folder = mkdtempSync(join(tmpdir(), 'loreleaf-keep-worker-'))
afterAll(() => rmSync(folder, { recursive: true }))

// The pauses before a start pass as soon as somebody waits for what comes after them.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

const [program, log] = [join(folder, 'worker.mjs'), join(folder, 'log')]
const lines = () => {
  try {
    return readFileSync(log, 'utf8').trim().split('\n')
  } catch {
    return []
  }
}
const saysSoMany = (count: number) =>
  vi.waitFor(() => expect(lines()).toHaveLength(count), { timeout: 15_000, interval: 20 })

test('a worker that is killed is started again, and one that is let go of ends in order and stays away', async () => {
  // It says who it is when it starts, and takes its time when it is let go of.
  writeFileSync(
    program,
    `import { appendFileSync } from 'node:fs'
    const say = (what) => appendFileSync(${JSON.stringify(log)}, what + '\\n')
    say('start ' + process.pid)
    process.once('disconnect', () => setTimeout(() => { say('end ' + process.pid); process.exit() }, 100))
    setInterval(() => {}, 1000)`,
  )
  const end = keepWorker(program, [], 7)
  await saysSoMany(1)
  expect(getPriority(Number(lines()[0]?.split(' ')[1]))).toBe(7)
  process.kill(Number(lines()[0]?.split(' ')[1]), 'SIGKILL')
  await saysSoMany(2)
  const second = lines()[1]?.split(' ')[1]
  expect(lines()[1]).toMatch(/^start /)
  expect(getPriority(Number(second))).toBe(7)
  await end()
  expect(lines()).toHaveLength(3)
  expect(lines()[2]).toBe(`end ${second}`)
  expect(vi.getTimerCount()).toBe(0)
})
