import { setImmediate as settle } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { answersOf, type Reader } from '@/lib/progress/reader'
import { createLimiter } from '@/lib/rate-limit/limiter'
import { createMemory } from './memory'
import type { Rendered } from './rendered'
import { createSharedPages } from './shared-pages'

/**
 * A naive model of the promise: a database of three texts, each no more than a version number; pages that read some
 * of them; changes that are committed now and received later; renders that read at one moment and finish at another. And
 * two places, of which each reader has reached some.
 */
type Versions = Record<string, number>

/** What a page reads, the second text only when the first says so: tags follow the content. */
const reads = (key: string, db: Versions): string[] =>
  key === '/ab' ? ['a', 'b'] : key === '/bc' ? ['b', 'c'] : (db.a ?? 0) % 2 === 1 ? ['a', 'c'] : ['a']

/** Readers by the places that are open to them; to who has said nothing none is. */
const readers: (Reader | null)[] = [null, [1], [2], [1, 2], 'everything' as const].map((open) =>
  open === null
    ? null
    : {
        progress: String(open),
        answers: answersOf(open === 'everything' ? open : new Set(open as number[]), []),
      },
)

/** What a page asks about its reader: the second place only when the first is open, or everything, or nothing. */
function namedBy(key: string, seen: Versions, reader: Reader | null): string[] {
  if (key === '/bc') return (seen.b ?? 0) % 3 === 2 ? ['p2'] : []
  if (key === '/ac') return (seen.a ?? 0) % 2 === 1 ? ['*'] : ['p2']
  return answersTo(['p1'], reader) === '' ? ['p1'] : ['p1', 'p2']
}

const nobodys = answersOf(new Set(), [])
const answersTo = (named: string[], reader: Reader | null) => (reader?.answers ?? nobodys)(named)

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      key: fc.constantFrom('/ab', '/bc', '/ac'),
      reader: fc.constantFrom(...readers),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('read' as const), which: fc.nat(3) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('finish' as const), which: fc.nat(3), fails: fc.boolean() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('commit' as const),
      tag: fc.constantFrom('a', 'b', 'c'),
      isWithholding: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('receive' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lose' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reconnect' as const), goesOn: fc.boolean() }) },
)

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

function world() {
  const db: Versions = { a: 0, b: 0, c: 0 }
  const received: Versions = { ...db }
  const withheld: Versions = { ...db }
  const pending: { tag: string; version: number; isWithholding: boolean }[] = []
  const renders: {
    key: string
    reader: Reader | null
    seen: Versions | null
    finish: (fails: boolean) => void
  }[] = []
  /** The failed renders of each page, by the moment at which they began. */
  const failures: { key: string; began: number }[] = []
  let moment = 0
  let withholdings = 0
  let isListening = true
  let answers = 0

  const pages = createSharedPages({
    render: (key, _, reader) =>
      new Promise<Rendered>((resolve, reject) => {
        const began = moment
        const render = {
          key,
          reader,
          seen: null as Versions | null,
          finish(fails: boolean) {
            renders.splice(renders.indexOf(render), 1)
            if (fails) {
              failures.push({ key, began })
              return reject(new Error('it fails'))
            }
            const seen = render.seen ?? pick(key)
            const named = namedBy(key, seen, reader)
            const made = { named, answers: answersTo(named, reader) }
            resolve({
              status: 200,
              headers: {},
              bodies: { identity: Buffer.from(JSON.stringify({ seen, ...made })) },
              etag: '',
              tags: Object.keys(seen),
              expiresAt: null,
              ...made,
              failed: false,
            })
          },
        }
        renders.push(render)
      }),
    memory: createMemory({ bytes: 1e6, missingBytes: 1e6, variantBytes: 1e6 }),
    limiter: createLimiter({ running: 2, waiting: 1_000, queueTimeout: 60_000 }),
    variantLimiter: createLimiter({ running: 2, waiting: 1_000, queueTimeout: 60_000 }),
    isListening: () => isListening,
    deadline: 60_000,
    oldest: 60_000,
    onFailure: () => {},
  })

  const pick = (key: string): Versions => Object.fromEntries(reads(key, db).map((tag) => [tag, db[tag] ?? 0]))

  async function ask(key: string, reader: Reader | null): Promise<void> {
    // While nothing is received, memory is bypassed: then the answer is at least what was committed when they asked.
    const atLeast = isListening ? { ...received } : { ...db }
    if (!isListening) moment += 1
    const asked = moment
    const failedBefore = failures.length
    const withheldBefore = withholdings
    const page = await pages.page(key, reader).catch(() => null)
    answers += 1
    // Only the failure of a render that could have shown the change excuses old bytes.
    const hasFailed = failures.slice(failedBefore).some((one) => one.key === key && one.began >= asked)
    if (!page) return expect(hasFailed || withholdings - withheldBefore >= 5).toBe(true)
    const { seen, named, ...made } = JSON.parse(Buffer.from(page.bodies.identity).toString())
    // No bytes that were made for another set of open places, as far as the page depends on it.
    expect(made.answers, `${key} for ${reader?.progress}`).toBe(answersTo(named, reader))
    for (const [tag, version] of Object.entries(seen as Versions)) {
      if (!hasFailed) expect(version, `${tag} of ${key}`).toBeGreaterThanOrEqual(atLeast[tag] ?? 0)
      expect(version, `withheld ${tag} of ${key}`).toBeGreaterThanOrEqual(withheld[tag] ?? 0)
    }
  }

  function receive(): void {
    const change = pending.shift()
    if (!change) return
    moment += 1
    received[change.tag] = change.version
    if (change.isWithholding) {
      withheld[change.tag] = change.version
      withholdings += 1
    }
    pages.note({ tags: [change.tag], isWithholding: change.isWithholding })
  }

  /** What was missed stands in the table, or nobody can tell what was missed. */
  function reconnect(goesOn: boolean): void {
    if (isListening) return
    if (goesOn) while (pending.length > 0) receive()
    isListening = true
    if (goesOn) return
    withholdings += 1
    moment += 1
    for (const { tag, version, isWithholding } of pending.splice(0)) {
      received[tag] = version
      if (isWithholding) withheld[tag] = version
    }
    pages.note({ tags: 'everything', isWithholding: true })
  }

  return {
    asked: [] as Promise<void>[],
    answers: () => answers,
    rendersUnderWay: () => renders,
    take(action: Step): void {
      const render = 'which' in action ? renders[action.which % Math.max(renders.length, 1)] : undefined
      if (action.do === 'ask') this.asked.push(ask(action.key, action.reader))
      if (action.do === 'read' && render) render.seen ??= pick(render.key)
      if (action.do === 'finish') render?.finish(action.fails)
      if (action.do === 'commit') {
        db[action.tag] = (db[action.tag] ?? 0) + 1
        pending.push({ tag: action.tag, version: db[action.tag] ?? 0, isWithholding: action.isWithholding })
      }
      if (action.do === 'receive' && isListening) receive()
      if (action.do === 'lose') isListening = false
      if (action.do === 'reconnect') reconnect(action.goesOn)
    },
  }
}

it('gives nobody bytes from before what was received before they asked, or of another place, in whatever order things happen', async () => {
  let answered = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
      const model = world()
      for (const action of steps) {
        model.take(action)
        await settle()
        // One render in flight for each page, as everybody sees it.
        const keys = model.rendersUnderWay().flatMap(({ key, reader }) => (reader ? [] : key))
        expect(new Set(keys).size).toBe(keys.length)
      }
      while (model.rendersUnderWay().length > 0) {
        model.take({ do: 'finish', which: 0, fails: false })
        await settle()
      }
      await Promise.all(model.asked)
      expect(model.answers()).toBe(model.asked.length)
      answered += model.answers()
    }),
    { numRuns: 1_000 },
  )
  expect(answered).toBeGreaterThan(1_000)
})
