/**
 * The links of style sheets in a document's head, with the address of each, as Next has React write them. Words of people
 * stand in a page escaped, so that none of theirs reads like this.
 */
export const LINKED_SHEETS = /<link rel="stylesheet" href="([^"]+)"[^>]*?(?=\/>)/g

/** The scripts by which a document sends its flight data, which React reads when it takes the document over. */
export const FLIGHT_SCRIPTS = /<script[^>]*>self\.__next_f\.push[\s\S]*?<\/script>/g

/**
 * Whether a document is Next's own page for an error: where a page fails, or turns out not to be there, after its render
 * has begun, the document has an empty body that only scripts fill in.
 */
export const isLeftToScripts = (document: Buffer): boolean =>
  document.subarray(0, 300).includes('id="__next_error__"')

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

/**
 * The source of an inline script that has the script at `address` run before anything of the page: Next's bootstrap loads
 * what stands in `__next_s` first. Its own `Script` with `beforeInteractive` writes the same, but is a client component.
 */
export const runsFirst = (address: string): string =>
  `(self.__next_s=self.__next_s||[]).push(${JSON.stringify([address])})`
