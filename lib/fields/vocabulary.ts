import { messages } from '@/lib/messages/messages'

/** How a language writes dates, numbers and lists, as far as Intl tells. */
export interface Vocabulary {
  /** The names of months, long and short, in lower case: 1 to 12. */
  months: ReadonlyMap<string, number>
  /** Matches one month's name, longer names first. */
  month: RegExp
  /** Words that stand in dates without a meaning of their own: "de", "г", the days of the week. */
  fillers: ReadonlySet<string>
  /** The digits 0 to 9. */
  digits: string[]
  decimal: string
  group: string
  /** What stands between two members of a list, like " and ". */
  and: string
}

const known = new Map<string, Vocabulary>()
const MOST_KNOWN = 50

/**
 * The vocabulary of a language (BCP 47); of the wiki's where Intl knows no such tag. English names of months are read
 * in every language of an English wiki, since people mix them.
 */
export function vocabularyOf(language: string): Vocabulary {
  const found = known.get(language)
  if (found) return found
  if (known.size >= MOST_KNOWN) known.clear()
  const made = makeVocabulary(isKnownTag(language) ? language : messages().language.tag)
  known.set(language, made)
  return made
}

function isKnownTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1
  } catch {
    return false
  }
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const inMonth = (month: number) => Date.UTC(2020, month - 1, 1)

function makeVocabulary(language: string): Vocabulary {
  const months = new Map<string, number>()
  const fillers = new Set<string>()
  for (const tag of [messages().language.tag, language]) {
    for (let month = 1; month <= 12; month++)
      for (const name of namesOfMonth(tag, month)) if (/\p{L}/u.test(name)) months.set(name, month)
    for (const word of fillersOf(tag)) fillers.add(word)
  }
  const names = [...months.keys()].toSorted((a, b) => b.length - a.length).map(escaped)
  const number = new Intl.NumberFormat(language).formatToParts(12_345_678.9)
  const partOf = (type: string) => number.find((part) => part.type === type)?.value
  return {
    months,
    month: new RegExp(`(?<![\\p{L}\\p{M}])(?:${names.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'u'),
    fillers,
    digits: [...'0123456789'].map((digit) =>
      new Intl.NumberFormat(language, { useGrouping: false }).format(Number(digit)),
    ),
    decimal: partOf('decimal') ?? '.',
    group: partOf('group') ?? ',',
    and: new Intl.ListFormat(language, { type: 'conjunction' }).format(['0', '1']).slice(1, -1),
  }
}

function namesOfMonth(tag: string, month: number): string[] {
  const shapes: Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'short' },
    { month: 'long', day: 'numeric' },
    { month: 'short', day: 'numeric' },
  ]
  return shapes.flatMap((shape) => {
    const parts = new Intl.DateTimeFormat(tag, { ...shape, timeZone: 'UTC' }).formatToParts(inMonth(month))
    const name = parts.find(({ type }) => type === 'month')?.value.toLowerCase() ?? ''
    return [name, name.replace(/\.$/, '')]
  })
}

function fillersOf(tag: string): string[] {
  const full = new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeZone: 'UTC' })
  const days = [0, 1, 2, 3, 4, 5, 6].map((day) => Date.UTC(2020, 2, 1 + day))
  return days
    .flatMap((day) => full.formatToParts(day))
    .filter(({ type }) => type === 'literal' || type === 'weekday')
    .flatMap(({ value }) => value.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [])
}
