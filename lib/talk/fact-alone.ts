import type { Paragraph } from './words'

/** The number of the fact whose address is all that a paragraph says; null for any other paragraph. */
export function factAlone({ lines }: Paragraph): number | null {
  const [[only, ...others] = [], ...more] = lines
  const isAlone = only?.type === 'here' && only.what === 'facts' && others.length === 0 && more.length === 0
  return isAlone ? only.number : null
}
