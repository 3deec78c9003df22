/** The formats of bibliographies that are read. */
export const formats = ['bibtex', 'ris'] as const
export type Format = (typeof formats)[number]

/** One entry of a file, and the line that it begins at, from 1. */
export interface Part {
  text: string
  line: number
}

const RIS = /^TY {1,2}-/m
const BEGINS = { bibtex: /^\s*@\s*[A-Za-z]/, ris: /^TY {1,2}-/ }
/** What gives names to words of other entries, or is no entry. */
const NO_ENTRY = /^\s*@\s*(?:string|preamble|comment)\b/i

/** Which format a file has: RIS by its first tag, otherwise BibTeX. */
export const formatOf = (text: string): Format => (RIS.test(text) ? 'ris' : 'bibtex')

/**
 * The entries of a file, each from the line it begins at to the next one's. `shared` is what entries of BibTeX refer to: the
 * words that `@string` gives names. What stands before the first entry is left out.
 */
export function splitFile(text: string, format: Format): { parts: Part[]; shared: string } {
  const begins = BEGINS[format]
  const found: Part[] = []
  const lines: string[] = []
  let from = 0
  const end = () => {
    if (from > 0) found.push({ text: lines.join('\n').trimEnd(), line: from })
    lines.length = 0
  }
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .forEach((line, at) => {
      if (begins.test(line)) {
        end()
        from = at + 1
      }
      if (from > 0) lines.push(line)
    })
  end()
  const named = found.filter((part) => /^\s*@\s*string\b/i.test(part.text))
  return {
    parts: found.filter((part) => !NO_ENTRY.test(part.text)),
    shared: named.map((part) => part.text).join('\n'),
  }
}
