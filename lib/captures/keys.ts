import { createHash } from 'node:crypto'
import { foldWords } from './fold-words'

/** An address as it is asked for: a fragment never leaves a browser. */
export function withoutFragment(url: string): string {
  const address = new URL(url)
  address.hash = ''
  return address.href
}

/** The name of a page by its address, without the part of it that a fragment names. */
export const pageKey = (url: string): string => hashOf(withoutFragment(url))

/** The name of quoted words: the same for words that are looked for in the same way. */
export const quoteKey = (quote: string): string => hashOf(foldWords(quote).folded)

/** The name of a page's text, by which it is seen that it has changed. */
export const textHash = (text: string): string => hashOf(text)

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url')
