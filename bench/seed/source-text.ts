import { type SourceContent, sourceTypes } from '@/lib/kinds/schemas/source'
import { randomOf } from './random'
import type { Shape } from './shape'
import { capital, properWord, sentence } from './words'

const year = (at: number) => 2004 + (at % 20)

/** What a source says in its revision `number`. */
export function sourceText(shape: Shape, source: number, number: number): SourceContent {
  const random = randomOf(shape.size.seed, 4, source)
  const outlet = capital(properWord(random.skewed(800, 2)))
  const day = `${year(source)}-${String(1 + random.upTo(12)).padStart(2, '0')}-${String(1 + random.upTo(28)).padStart(2, '0')}`
  const parent = source > 0 && random.chance(0.15) ? random.upTo(source) : null
  const isOriginal = random.chance(0.3)
  return {
    type: random.pick(sourceTypes),
    title: sentence(random, 9).slice(0, -1),
    description: null,
    publisher: `${outlet} Magazine`,
    authors: random.chance(0.7) ? [`${capital(properWord(random.skewed(3_000, 2)))} ${outlet}`] : [],
    issued: day,
    language: null,
    url: `https://${outlet.toLowerCase()}.example/${year(source)}/${source}`,
    archiveUrl: null,
    doi: null,
    isbn: null,
    via: null,
    derivedFrom:
      parent !== null
        ? { kind: 'source', source: shape.sourceId(parent) }
        : { kind: isOriginal ? 'none' : 'unknown' },
    note: number > 1 ? `Looked at again, ${number - 1} times.` : null,
  }
}
