import type { OwnRow } from '@/db/own-data/section'
import { sectionNames } from '@/db/own-data/sections'
import { contentKinds, kindOf, stored } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import { type Owner, partsOf } from './parts'

const STYLE = `:root{color-scheme:light dark}body{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 4rem;font:1rem/1.55 Georgia,serif;overflow-wrap:anywhere}
h1{font-size:1.7rem;line-height:1.25}h2{margin:2.5rem 0 .5rem;padding-top:.75rem;border-top:2px solid;font-size:1.25rem}
nav ul{columns:2 16rem;padding-left:1.2rem}dl{display:grid;grid-template-columns:minmax(7rem,11rem) 1fr;gap:.15rem 1rem;margin:0;padding:.75rem 0;border-bottom:1px solid #8886}
dt{font:600 .85rem/1.7 system-ui,sans-serif;opacity:.8}dd{margin:0;white-space:pre-wrap}
@media(max-width:30rem){dl{display:block}dt{margin-top:.35rem}}
@media print{body{max-width:none;padding:0;font-size:10pt}nav{display:none}dl{break-inside:avoid-page}a{color:inherit}}`

/** Everything that is kept of somebody as one document to read and to print, piece by piece: no scripts, nothing fetched. */
export async function* asHtml(owner: Owner): AsyncGenerator<string> {
  const { file, sections } = messages().ownData
  const { tag, direction } = messages().language
  const title = escaped(file.title(owner.wiki, owner.name))
  yield `<!doctype html>\n<html lang="${tag}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head><body>\n<h1>${title}</h1>\n<p>${escaped(file.madeAt(messages().dates.moment(owner.madeAt)))} <a href="${escaped(owner.origin)}">${escaped(owner.origin)}</a></p>\n`
  const links = sectionNames.map((name) => `<li><a href="#${name}">${escaped(sections[name])}</a></li>`)
  yield `<nav><h2>${escaped(file.contents)}</h2><ul>${links.join('')}</ul></nav>\n`
  for (const { name, rows } of partsOf(owner)) {
    yield `<section id="${name}"><h2>${escaped(sections[name])}</h2>\n`
    let isEmpty = true
    for await (const row of rows) {
      yield asList(row)
      isEmpty = false
    }
    yield isEmpty ? `<p>${escaped(file.nothing)}</p></section>\n` : '</section>\n'
  }
  yield `<p>${escaped(file.end)}</p>\n</body></html>\n`
}

/** What a reader needs no word of. */
const UNTOLD = new Set(['content', 'schemaVersion', 'isTextLeftOut'])

function asList(row: OwnRow): string {
  const { fields, file } = messages().ownData
  const words: Record<string, string> = fields
  const lines = Object.entries(row).flatMap(([name, value]) => {
    const shown = UNTOLD.has(name) ? '' : spelled(value)
    return shown === '' ? [] : [`<dt>${escaped(words[name] ?? name)}</dt><dd dir="auto">${shown}</dd>`]
  })
  if (row.isTextLeftOut) lines.push(`<dt>${escaped(fields.words)}</dt><dd>${escaped(file.leftOut)}</dd>`)
  const text = textOf(row)
  if (text) lines.push(`<dt>${escaped(fields.words)}</dt><dd dir="auto">${escaped(text)}</dd>`)
  return `<dl>${lines.join('')}</dl>\n`
}

/** Empty for what there is nothing to say of. */
function spelled(value: unknown): string {
  const { yes, no } = messages().ownData.file
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return escaped(messages().dates.moment(value))
  if (typeof value === 'boolean') return escaped(value ? yes : no)
  if (Array.isArray(value)) return escaped(value.join(', '))
  if (typeof value === 'object') return Object.keys(value).length === 0 ? '' : escaped(JSON.stringify(value))
  const text = String(value)
  return /^https?:\/\/\S+$/.test(text) ? `<a href="${escaped(text)}">${escaped(text)}</a>` : escaped(text)
}

/** The words of an entry's text, below its own name. */
function textOf({ kind, content, schemaVersion }: OwnRow): string {
  const known = contentKinds.find((one) => one === kind)
  if (!known || typeof content !== 'object' || content === null) return ''
  const current = stored(known, { content, schemaVersion: Number(schemaVersion) })
  return [kindOf(known).ownName(current), kindOf(known).readText(current)].filter(Boolean).join('\n')
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
