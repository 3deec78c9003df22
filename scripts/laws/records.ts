import { readdirSync, readFileSync } from 'node:fs'

const FOLDER = 'docs/decisions/'
const MOST_WORDS = 350
const NAME = /^(\d{3})-[\w-]+\.md$/
/** A row of the index: the number linked to its file, title, what holds, status. */
const ROW = /^\| \[\d{3}\]\(([^)]+)\) \|[^|]+\|[^|]+\|([^|]*)\|$/gm
const STATUS = /^(holds|(changed in part|superseded) by \d{3}(, \d{3})*)$/

/** The decision records by file name, and the text of their index. */
interface Records {
  index: string
  texts: Map<string, string>
}

/**
 * A decision record has at most 350 words, and a row in the index with its status; a status names records that exist.
 * Gives a sentence for each place where that is not so.
 */
export const records = (): string[] => wrongInRecords(readRecords())

/** Judges the records that are given; see `records`. */
export function wrongInRecords({ index, texts }: Records): string[] {
  const statuses = new Map(
    [...index.matchAll(ROW)].map(([, name = '', status = '']) => [name, status.trim()] as const),
  )
  const numbers = new Set([...texts.keys()].map((name) => name.slice(0, 3)))
  const isKnown = (status: string) =>
    STATUS.test(status) && (status.match(/\d{3}/g) ?? []).every((number) => numbers.has(number))
  return [
    ...[...texts].flatMap(([name, text]) => {
      const words = wordsIn(text)
      return words > MOST_WORDS ? [`${FOLDER}${name}: ${words} words, at most ${MOST_WORDS}`] : []
    }),
    ...[...texts.keys()]
      .filter((name) => !statuses.has(name))
      .map((name) => `${FOLDER}${name}: not in the index`),
    ...[...statuses].flatMap(([name, status]) => {
      if (!texts.has(name)) return [`${FOLDER}README.md: there is no record ${name}`]
      return isKnown(status) ? [] : [`${FOLDER}README.md: ${name} has no status that is known: “${status}”`]
    }),
  ]
}

const wordsIn = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

function readRecords(): Records {
  const names = readdirSync(FOLDER).filter((name) => NAME.test(name))
  return {
    index: readFileSync(`${FOLDER}README.md`, 'utf8'),
    texts: new Map(names.map((name) => [name, readFileSync(`${FOLDER}${name}`, 'utf8')])),
  }
}
