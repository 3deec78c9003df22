/**
 * The links of style sheets in a document's head, with the address of each, as Next has React write them. Words of people
 * stand in a page escaped, so that none of theirs reads like this.
 */
export const LINKED_SHEETS = /<link rel="stylesheet" href="([^"]+)"[^>]*>/g

/** Where the first screen of a page ends (`components/ui/Fold.tsx`), as React writes it. */
export const FOLD = '<hr data-fold="" hidden=""/>'

/**
 * Whether a document is Next's own page for an error: where a page fails, or turns out not to be there, after its render
 * has begun, the document has an empty body that only scripts fill in.
 */
export const isLeftToScripts = (document: Buffer | string): boolean =>
  document.slice(0, 300).includes('id="__next_error__"')

/**
 * The sources of a document's inline scripts that carry this nonce: those that Next and React wrote, and ours. A script
 * without it is nobody's.
 */
export function inlineScripts(html: string, nonce: string): string[] {
  const scripts = html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi)
  return [...scripts].flatMap(([, attributes = '', source = '']) =>
    attributes.includes(` nonce="${nonce}"`) && !/\ssrc=/i.test(attributes) ? [source] : [],
  )
}

/** On a script, it says that it is the wiki's own and not the framework's, so that it stays where React does not run. */
export const OWN_SCRIPT = { 'data-own': '' } as const

const SCRIPTS = /<script\b([^>]*)>([\s\S]*?)<\/script>/g
/** Links that only fetch a script ahead of its use. */
const SCRIPT_LINKS = /<link\b(?=[^>]*\b(?:rel="modulepreload"|as="script"))[^>]*>/g
/** What React writes to find its own parts of a page again, and where Next would put metadata that came late. */
const MARKS =
  /<div hidden=""><!--\$--><!--\/\$--><\/div>|<!--(?:\/?\$| |[\w-]+)?-->|<meta name="next-size-adjust" content=""\/>/g
/** A comment that stands for a part which a script would have to put in its place. */
const LATE_PART = /<!--\$[?!~]|<template\b/

/** Whether a script is one of those that Next and React write into every document: files of the build, data, a start. */
const isOfFramework = (attributes: string, source: string): boolean =>
  /^ (?:[^>]* )?src="\/_next\/static\//.test(attributes) ||
  /^(?:\(?self\.__next_[fs]\b|self\.__next_r=|\(globalThis\["TURBOPACK"\]|requestAnimationFrame\(function\(\)\{\$RT=)/.test(
    source,
  )

/**
 * A document for pages on which React does not run: without the scripts of Next and React, what fetches them, the data
 * that they would read, and the marks that they would look for. Only the wiki's own scripts (`OWN_SCRIPT`) and data
 * blocks (`type="application/…"`) stay. Throws when the document needs scripts to be whole, or has one that is nobody's
 * we know: after an upgrade of the framework it then fails here, instead of sending what should not be sent.
 */
export function withoutFramework(html: string): string {
  if (isLeftToScripts(html) || LATE_PART.test(html))
    throw new Error('a page on which React does not run leaves a part of itself to scripts')
  return html
    .replace(SCRIPTS, (script, attributes: string, source: string) => {
      if (/ (?:data-own=""|type="application\/[\w+.-]+")/.test(attributes)) return script
      if (isOfFramework(attributes, source)) return ''
      throw new Error(`a page on which React does not run has an unknown script: ${script.slice(0, 120)}`)
    })
    .replace(SCRIPT_LINKS, '')
    .replace(MARKS, '')
}

/**
 * The source of an inline script that has the script at `address` run before anything of the page: Next's bootstrap loads
 * what stands in `__next_s` first. Its own `Script` with `beforeInteractive` writes the same, but is a client component.
 */
export const runsFirst = (address: string): string =>
  `(self.__next_s=self.__next_s||[]).push(${JSON.stringify([address])})`
