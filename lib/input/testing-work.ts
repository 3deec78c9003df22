/** What was done with texts while something ran. */
interface Work<T> {
  result: T
  /** The longest text that any function scanned, in UTF-16 units, and which function. */
  longest: number
  by: string
  /** How many texts were scanned, and how many graphemes. */
  calls: number
  segments: number
}

/** Built-in functions that scan the text they are called on. Slicing and `length` do not. */
const ON_TEXTS = [
  'normalize',
  'replace',
  'replaceAll',
  'split',
  'trim',
  'match',
  'matchAll',
  'includes',
  'indexOf',
  'toLowerCase',
  'toUpperCase',
  'isWellFormed',
  'toWellFormed',
  Symbol.iterator,
] as const

type Unknowing = (this: unknown, ...given: unknown[]) => unknown

/**
 * Runs `work` and gives which texts the built-in functions scanned meanwhile. It counts, so it does not depend on time.
 */
export function watchWork<T>(work: () => T): Work<T> {
  const seen = { longest: 0, by: 'nobody', calls: 0, segments: 0 }
  const undo: (() => void)[] = []
  const note = (text: unknown, by: string) => {
    if (typeof text !== 'string') return
    seen.calls += 1
    if (text.length > seen.longest) Object.assign(seen, { longest: text.length, by })
  }
  const watch = (of: object, name: PropertyKey, textOf: (self: unknown, given: unknown[]) => unknown) => {
    const real = Reflect.get(of, name) as Unknowing
    const watched: Unknowing = function (...given) {
      note(textOf(this, given), String(name))
      return real.apply(this, given)
    }
    Reflect.defineProperty(of, name, { value: watched, configurable: true, writable: true })
    undo.push(() => Reflect.defineProperty(of, name, { value: real, configurable: true, writable: true }))
  }
  for (const name of ON_TEXTS) watch(String.prototype, name, (self) => String(self))
  for (const name of ['exec', 'test']) watch(RegExp.prototype, name, (_, [text]) => text)
  for (const name of ['canParse', 'parse']) watch(URL, name, (_, [text]) => text)
  for (const name of ['byteLength', 'from']) watch(Buffer, name, (_, [text]) => text)
  watch(JSON, 'parse', (_, [text]) => text)
  undo.push(
    watchSegments(
      (text) => note(text, 'segment'),
      () => seen.segments++,
    ),
  )
  try {
    return Object.assign(seen, { result: work() })
  } finally {
    for (const back of undo) back()
  }
}

function watchSegments(onText: (text: string) => void, onSegment: () => void): () => void {
  const real = Intl.Segmenter.prototype.segment
  Intl.Segmenter.prototype.segment = function (text) {
    onText(text)
    const segments = real.call(this, text)
    const iterate = () => segments[Symbol.iterator]()
    return Object.assign(Object.create(segments), {
      containing: (at?: number) => segments.containing(at),
      *[Symbol.iterator]() {
        for (const segment of { [Symbol.iterator]: iterate }) {
          onSegment()
          yield segment
        }
      },
    })
  }
  return () => {
    Intl.Segmenter.prototype.segment = real
  }
}
