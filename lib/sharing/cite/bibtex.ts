import type { CitedWork } from './cited-work'

/** The types of CSL 1.0.2 in BibTeX; everything else is `misc`. */
const TYPES: Record<string, string> = {
  article: 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  book: 'book',
}

const ESCAPES: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '“': '``',
  '”': "''",
  '‘': '`',
  '’': "'",
}

const escaped = (text: string) =>
  text.replace(/[\\{}#$%&_~^“”‘’]/g, (one) => ESCAPES[one] ?? one).replace(/\s+/g, ' ')

/** An address is taken as it is; what would end its field or is a command is encoded (RFC 3986 §2.1). */
const address = (url: string) =>
  url.replace(/[{}\\%#$^~]/g, (one) =>
    one === '%' || one === '#' || one === '~' || one === '$' ? `\\${one}` : encodeURIComponent(one),
  )

/** A work as BibTeX. Capitals of its title stay as they are. */
export function bibtexOf(work: CitedWork): string {
  const [year, month, day] = work.issued?.split('-') ?? []
  const type = TYPES[work.type] ?? 'misc'
  const fields: [string, string | null | undefined][] = [
    ['title', `{${escaped(work.title)}}`],
    ['author', work.authors.map((name) => `{${escaped(name)}}`).join(' and ')],
    [
      type === 'article' ? 'journal' : type === 'book' ? 'publisher' : 'howpublished',
      work.container && escaped(work.container),
    ],
    ['year', year],
    ['month', month && String(Number(month))],
    ['day', day && String(Number(day))],
    ['url', work.url && address(work.url)],
  ]
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []))
  return `@${type}{${work.key},\n${lines.join(',\n')}\n}\n`
}
