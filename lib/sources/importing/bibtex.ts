import { type Entry, parse } from '@retorquere/bibtex-parser'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import { type Read, sourceOfEntry, unreadable } from './record'
import type { Part } from './split-file'

/** Types of BibTeX and BibLaTeX as those of CSL 1.0.2; everything else is a page of the web. */
const TYPES: Record<string, SourceContent['type']> = {
  article: 'article-journal',
  book: 'book',
  booklet: 'book',
  collection: 'book',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'chapter',
  movie: 'motion_picture',
  video: 'broadcast',
  audio: 'broadcast',
  unpublished: 'article',
}

/** Titles stay as they are written, and a command that nobody knows costs nothing but itself. */
const OPTIONS = { english: false, caseProtection: false, sentenceCase: false, unsupported: 'ignore' } as const

/** Reads entries of a BibTeX file; a broken one costs none of the others. */
export function readBibtex(parts: readonly Part[], shared: string): Read[] {
  const together = parsed(parts.map(({ text }) => text).join('\n'), shared)
  if (together?.length === parts.length) return together.map(readEntry)
  return parts.map(({ text }) => {
    const alone = parsed(text, shared)
    const [entry] = alone ?? []
    return entry && alone?.length === 1 ? readEntry(entry) : unreadable()
  })
}

/** The entries of a text; null where anything in it is wrong. */
function parsed(text: string, shared: string): Entry[] | null {
  try {
    const { entries, errors } = parse(`${shared}\n${text}`, OPTIONS)
    return errors.length > 0 ? null : entries
  } catch {
    return null
  }
}

function readEntry({ type, fields }: Entry): Read {
  const said = (name: string) => {
    const value = (fields as Record<string, unknown>)[name]
    const text = Array.isArray(value) ? value.filter((one) => typeof one === 'string').join('; ') : value
    return typeof text === 'string' && text.trim() ? withoutTags(text) : undefined
  }
  const first = (...names: string[]) => names.map(said).find(Boolean)
  const people = fields.author ?? fields.editor ?? []
  return sourceOfEntry({
    type: TYPES[type.toLowerCase()] ?? 'webpage',
    title: [said('title'), said('subtitle')].filter(Boolean).join(': '),
    authors: people.flatMap((one) => nameOf(one) || []),
    container: first(
      ...['journaltitle', 'journal', 'booktitle', 'publisher', 'organization', 'institution', 'howpublished'],
    ),
    date: said('date') ?? dateOf(said('year'), said('month'), said('day')),
    language: first('langid', 'language'),
    url: said('url'),
    doi: said('doi'),
    isbn: said('isbn'),
    note: first('note', 'annotation'),
  })
}

type Person = NonNullable<Entry['fields']['author']>[number]

const nameOf = ({ name, firstName, prefix, lastName, suffix }: Person) =>
  withoutTags(name ?? [firstName, prefix, lastName, suffix].filter(Boolean).join(' '))

/** The parser writes what TeX marks as HTML. */
const withoutTags = (text: string) => text.replace(/<\/?[a-z][^<>]*>/gi, '')

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A date as ISO 8601 writes it, as far as the parts are known; what is no year is given as it is. */
export function dateOf(year?: string, month?: string, day?: string): string | undefined {
  if (!year || !/^\d{4}$/.test(year.trim())) return [year, month, day].filter(Boolean).join(' ') || undefined
  const named = MONTHS.indexOf(month?.slice(0, 3).toLowerCase() ?? '') + 1
  const numbered = named || Number(month)
  const parts = [year.trim()]
  if (numbered >= 1 && numbered <= 12) {
    parts.push(String(numbered).padStart(2, '0'))
    if (day && Number(day) >= 1 && Number(day) <= 31) parts.push(day.trim().padStart(2, '0'))
  }
  return parts.join('-')
}
