import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { TooBusyError } from '@/lib/rate-limit/limiter'
import { decodePicture } from './decode-picture'
import type { Program } from './in-child'
import { bomb, pictureFolder } from './testing'
import { photograph } from './testing-photograph'

const folder = pictureFolder()
const sent = join(folder, 'sent')
const program = (source: string): Program => {
  const file = join(pictureFolder(), 'child.mjs')
  writeFileSync(file, source)
  return { file, flags: [] }
}
const enough = { time: 20_000, memory: 300 * 1024 * 1024 }

afterEach(() => void vi.unstubAllEnvs())

describe('the process that decodes', () => {
  test('gives a picture in a file beside what was sent, and nothing else stays', async () => {
    writeFileSync(sent, await photograph(300, 200).jpeg().toBuffer())
    const decoded = await decodePicture(sent)
    expect(decoded).toMatchObject({ ok: true, file: `${sent}.picture`, width: 300, height: 200 })
    expect((await sharp(readFileSync(`${sent}.picture`)).metadata()).format).toBe('jpeg')
    expect(readdirSync(folder).sort()).toEqual(['sent', 'sent.picture'])
  })

  test('says why it refuses, and nothing stays', async () => {
    writeFileSync(sent, bomb(30_000, 30_000))
    expect(await decodePicture(sent)).toEqual({ ok: false, reason: 'too_many_pixels' })
    expect(readdirSync(folder).filter((name) => name.includes('decoding'))).toEqual([])
  })

  test('has none of the secrets of the one that starts it', async () => {
    vi.stubEnv('AUTH_SECRET', 'a secret of at least thirty-two characters')
    const told = join(pictureFolder(), 'told')
    const tells = program(`import { writeFileSync } from 'node:fs'
      process.once('message', () => { writeFileSync(${JSON.stringify(told)}, JSON.stringify(process.env)); process.exit() })`)
    await decodePicture(sent, undefined, { program: tells })
    const names = Object.keys(JSON.parse(readFileSync(told, 'utf8')))
    expect(names.filter((name) => !/^(NODE_CHANNEL_|__CF|LC_)/.test(name)).sort()).toEqual([
      'MALLOC_ARENA_MAX',
      'NODE_ENV',
      'TMPDIR',
      'VIPS_CONCURRENCY',
    ])
  })

  test.each<[string, string, string, Partial<typeof enough>]>([
    ['hangs', 'too_long', 'process.on("message", () => { for (;;); })', { time: 500 }],
    [
      'eats memory',
      'too_much_memory',
      'const held = []; process.on("message", () => setInterval(() => held.push(Buffer.alloc(2e7, 1)), 5))',
      { memory: 150 * 1024 * 1024 },
    ],
    ['crashes', 'damaged', 'process.on("message", () => process.abort())', {}],
    [
      'is killed in the middle, and so is the next one',
      'too_much_memory',
      'process.on("message", () => process.kill(process.pid, "SIGKILL"))',
      {},
    ],
    [
      'lies',
      'damaged',
      'process.on("message", () => process.send({ ok: true, picture: {} }, () => process.exit()))',
      {},
    ],
    ['cannot be started', 'damaged', 'this is no program', {}],
  ])('that %s is done with: %s', async (_, reason, source, limits) => {
    const running = decodePicture(sent, undefined, {
      program: program(source),
      limits: { ...enough, ...limits },
    })
    expect(await running).toEqual({ ok: false, reason })
    expect(readdirSync(folder).filter((name) => name.includes('decoding'))).toEqual([])
  })

  test('that was killed by somebody else is started once more', async () => {
    const told = `${sent}.begun`
    const asUsual = program(`
      import { existsSync, writeFileSync } from 'node:fs'
      if (existsSync(${JSON.stringify(told)})) process.on('message', () => process.abort())
      else { writeFileSync(${JSON.stringify(told)}, ''); process.kill(process.pid, 'SIGKILL') }`)
    const answer = await decodePicture(sent, undefined, { program: asUsual, limits: enough })
    expect(answer).toEqual({ ok: false, reason: 'damaged' })
  })

  test('ends when nobody waits for it any more', async () => {
    const began = join(pictureFolder(), 'pid')
    const waits = program(`import { writeFileSync } from 'node:fs'
      process.once('message', () => { writeFileSync(${JSON.stringify(began)}, String(process.pid)); setInterval(() => {}, 1000) })`)
    const controller = new AbortController()
    const running = decodePicture(sent, controller.signal, { program: waits })
    await vi.waitFor(() => expect(existsSync(began)).toBe(true), { timeout: 5_000 })
    controller.abort(new Error('the visitor left'))
    await expect(running).rejects.toThrow('the visitor left')
    expect(() => process.kill(Number(readFileSync(began, 'utf8')), 0)).toThrow('ESRCH')
  })

  test('takes one picture at a time, and lets only so many wait', async () => {
    const log = join(pictureFolder(), 'log')
    const slow = program(`import { appendFileSync } from 'node:fs'
      const say = (what) => appendFileSync(${JSON.stringify(log)}, what)
      process.once('message', () => { say('<'); setTimeout(() => { say('>'); process.exit() }, 20) })`)
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, () => decodePicture(sent, undefined, { program: slow })),
    )
    expect(readFileSync(log, 'utf8')).toBe('<>'.repeat(17))
    const refused = all.filter((one) => one.status === 'rejected')
    expect(refused.map(({ reason }) => reason instanceof TooBusyError)).toEqual([true, true, true])
  })
})
