import type { CitedWork } from './cited-work'

/** Signs with which MediaWiki begins a template, a link, a list, markup or a signature, as it shows them unread. */
const escaped = (text: string) =>
  text.replace(/\s+/g, ' ').replace(/[|{}[\]<>'~=&*#:;]/g, (one) => `&#${one.charCodeAt(0)};`)

/** In an address those signs are encoded, so that it stays a link (RFC 3986 §2.1). */
const address = (url: string) =>
  url.replace(/[|{}[\]<>'\s]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)

/** A work as a citation in wikitext, for wikis with the template `cite web`. */
export function wikitextOf({ title, authors, container, issued, url, archiveUrl }: CitedWork): string {
  const parts: [string, string | null][] = [
    ['author', authors.length > 0 ? escaped(authors.join(', ')) : null],
    ['title', escaped(title)],
    ['website', container && escaped(container)],
    ['date', issued],
    ['url', url && address(url)],
    ['archive-url', archiveUrl && address(archiveUrl)],
  ]
  const told = parts.flatMap(([name, value]) => (value ? [`|${name}=${value}`] : []))
  return `{{cite web ${told.join(' ')}}}\n`
}
