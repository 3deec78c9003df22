import type { SourceContent } from '@/lib/kinds/schemas/source'
import { type Read, sourceOfEntry, unreadable } from './record'
import type { Part } from './split-file'

/** Types of RIS as those of CSL 1.0.2; everything else is a page of the web. */
const TYPES: Record<string, SourceContent['type']> = {
  JOUR: 'article-journal',
  EJOUR: 'article-journal',
  MGZN: 'article-magazine',
  NEWS: 'article-newspaper',
  BOOK: 'book',
  EBOOK: 'book',
  CHAP: 'chapter',
  ECHAP: 'chapter',
  CONF: 'chapter',
  VIDEO: 'broadcast',
  SOUND: 'broadcast',
  MPCT: 'motion_picture',
  BLOG: 'post-weblog',
  UNPB: 'article',
}

/** A line: a tag, one or two spaces, a hyphen, and a value. */
const LINE = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/

/** Reads entries of an RIS file. */
export const readRis = (parts: readonly Part[]): Read[] => parts.map(({ text }) => readEntry(text))

function readEntry(text: string): Read {
  const said = new Map<string, string[]>()
  let tag = ''
  for (const line of text.split('\n')) {
    const [, name, value = ''] = LINE.exec(line) ?? []
    if (name === 'ER') break
    // A long value may go on in the next line.
    const [at, words] = name === undefined ? [tag, line.trim()] : [name, value.trim()]
    if (at === '' || words === '') continue
    const before = said.get(at) ?? []
    if (name === undefined) before[before.length - 1] = [before.at(-1), words].filter(Boolean).join(' ')
    else before.push(words)
    said.set(at, before)
    tag = at
  }
  const first = (...names: string[]) => names.map((name) => said.get(name)?.[0]).find(Boolean)
  if (!/^ER {1,2}-/m.test(text) || !said.has('TY')) return unreadable()
  const isBook = /BOOK/.test(first('TY') ?? '')
  return sourceOfEntry({
    type: TYPES[first('TY') ?? ''] ?? 'webpage',
    title: first('TI', 'T1', 'CT'),
    authors: ['AU', 'A1'].flatMap((name) => said.get(name) ?? []).map(inReadingOrder),
    container: isBook ? first('PB') : first('T2', 'JO', 'JF', 'JA', 'PB'),
    date: dateOf(first('DA', 'PY', 'Y1')),
    language: first('LA'),
    url: first('UR', 'L2'),
    doi: first('DO'),
    isbn: isBook ? first('SN') : undefined,
    note: first('N1'),
  })
}

/** `Lee, Ann` as `Ann Lee`; a name without a comma as it is. */
function inReadingOrder(name: string): string {
  const [last = '', given, suffix] = name.split(',').map((part) => part.trim())
  return given ? [given, last, suffix].filter(Boolean).join(' ') : last
}

/** `2022/04/03/`, of which only the year has to be there. */
function dateOf(text: string | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})(?:\/(\d{1,2})?)?(?:\/(\d{1,2})?)?(?:\/.*)?$/.exec(text ?? '') ?? []
  if (!year) return text
  return [year, ...(month ? [month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])] : [])].join('-')
}
