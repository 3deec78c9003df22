import type { CitedWork } from './cited-work'

/** The types of CSL 1.0.2 in RIS; everything else is a page of the web. */
const TYPES: Record<string, string> = {
  article: 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  book: 'BOOK',
  broadcast: 'VIDEO',
  'entry-encyclopedia': 'ENCYC',
  motion_picture: 'MPCT',
  'post-weblog': 'BLOG',
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** A work as RIS: lines of a tag, two spaces, a hyphen, a space and a value, which end with CR and LF. */
export function risOf(work: CitedWork): string {
  const lines: [string, string | null][] = [
    ['TY', TYPES[work.type] ?? 'ELEC'],
    ['ID', work.key],
    ['TI', work.title],
    ...work.authors.map((name): [string, string] => ['AU', name]),
    ['T2', work.container],
    ['PY', work.issued?.slice(0, 4) ?? null],
    ['DA', work.issued && [...work.issued.split('-'), '', '', ''].slice(0, 4).join('/')],
    ['UR', work.url],
  ]
  const told = lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}`] : []))
  return [...told, 'ER  - ', ''].join('\r\n')
}
