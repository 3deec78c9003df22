import { Parser } from 'htmlparser2'

/** What a page says of itself; every value is cut. */
export interface Head {
  title: string
  /** As `<html lang>` has it. */
  language: string
  /** By name, property or itemprop in lower case: all values, in their order. */
  metas: ReadonlyMap<string, string[]>
  canonical: string
  /** Where its oEmbed answer is (oembed.com, discovery). */
  oembed: string
  /** The objects of its JSON-LD, those of `@graph` and of lists one by one. */
  things: readonly Thing[]
}

/** An object of JSON-LD. */
export type Thing = Readonly<Record<string, unknown>>

/** UTF-16 units of one value; what is longer is cut. */
const LONGEST = 2_000
/** How many values there are of one name, and names and objects at all, at most. */
const [MOST_VALUES, MOST_NAMES, MOST_THINGS] = [30, 500, 100]
/** UTF-16 units of a script with JSON-LD; a longer one is left out. */
const LONGEST_SCRIPT = 500_000

/** Reads what a page says of itself. Markup that is not well-formed is read as browsers do. */
export function readHead(html: string): Head {
  const metas = new Map<string, string[]>()
  const scripts: string[] = []
  const found = { title: '', language: '', canonical: '', oembed: '' }
  let inside: 'title' | 'script' | null = null
  let isTitled = false
  let script = ''

  const noteMeta = (name: string | undefined, content: string | undefined) => {
    const key = name?.trim().toLowerCase() ?? ''
    const value = cut(content ?? '')
    if (key === '' || key.length > 100 || value === '') return
    const values = metas.get(key) ?? []
    if (values.length >= MOST_VALUES || (values.length === 0 && metas.size >= MOST_NAMES)) return
    metas.set(key, [...values, value])
  }

  const parser = new Parser(
    {
      onopentag(name, has) {
        if (name === 'html') found.language ||= cut(has.lang ?? '')
        else if (name === 'title' && !isTitled) inside = 'title'
        else if (name === 'meta') noteMeta(has.property ?? has.name ?? has.itemprop, has.content)
        else if (name === 'link') noteLink(found, has)
        else if (name === 'script' && /^application\/ld\+json\b/i.test(has.type?.trim() ?? '')) {
          inside = 'script'
          script = ''
        }
      },
      ontext(text) {
        if (inside === 'title' && found.title.length < LONGEST) found.title += text
        else if (inside === 'script' && script.length <= LONGEST_SCRIPT) script += text
      },
      onclosetag(name) {
        if (name === 'title' && inside === 'title') isTitled = true
        if (name === 'script' && inside === 'script' && script.length <= LONGEST_SCRIPT) scripts.push(script)
        if (name === inside) inside = null
      },
    },
    { decodeEntities: true },
  )
  parser.write(html)
  parser.end()
  const things = scripts.flatMap(thingsIn).slice(0, MOST_THINGS)
  return { ...found, title: cut(found.title), metas, things }
}

function noteLink(found: { canonical: string; oembed: string }, has: Record<string, string>): void {
  const href = has.href?.trim() ?? ''
  if (href === '' || href.length > LONGEST) return
  const rel = (has.rel ?? '').toLowerCase().split(/\s+/)
  if (rel.includes('canonical')) found.canonical ||= href
  if (rel.includes('alternate') && /^application\/json\+oembed$/i.test(has.type?.trim() ?? ''))
    found.oembed ||= href
}

function thingsIn(script: string): Thing[] {
  try {
    return flattened(JSON.parse(script), 0)
  } catch {
    return []
  }
}

/** An object with those in its graph; a list as its members; of what is nested deeper nothing. */
function flattened(value: unknown, depth: number): Thing[] {
  if (depth > 4 || typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.slice(0, MOST_THINGS).flatMap((one) => flattened(one, depth + 1))
  const thing = value as Thing
  return [thing, ...flattened(thing['@graph'], depth + 1), ...flattened(thing.mainEntity, depth + 1)]
}

const cut = (text: string) => text.slice(0, LONGEST).toWellFormed().replace(/\s+/gu, ' ').trim()
