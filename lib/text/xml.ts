/** What XML 1.0 cannot hold, not even escaped (§2.2): control characters, two non-characters, half a surrogate pair. */
const NEVER = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text as it stands in XML and HTML, between tags and in attributes; what XML cannot hold is left out. */
export const escapeMarkup = (text: string): string =>
  text
    .toWellFormed()
    .replace(NEVER, '')
    .replace(/[&<>"']/g, (one) => ESCAPES[one] ?? one)

/** Escaped text with tags in it, made by `element` alone. */
export interface Markup {
  readonly markup: string
}

type Attributes = Record<string, string | number | null | undefined>

/** One element, in XML or HTML: its texts are escaped; attributes and parts that are null are left out. */
export function element(
  name: string,
  attributes: Attributes = {},
  ...parts: (string | Markup | null)[]
): Markup {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : [` ${key}="${escapeMarkup(String(value))}"`],
  )
  const inside = parts.map((part) => (typeof part === 'object' ? (part?.markup ?? '') : escapeMarkup(part)))
  const start = `<${name}${given.join('')}`
  return { markup: parts.length === 0 ? `${start}/>` : `${start}>${inside.join('')}</${name}>` }
}

/** A whole XML document. */
export const xmlDocument = (root: Markup): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${root.markup}\n`
