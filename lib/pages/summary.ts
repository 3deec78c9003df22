import type { Block } from '@/lib/content/document'

const MOST = 160

/** The first open words of a lead, for search engines and link cards: at most 160 characters, cut between words. */
export function summaryOf(lead: readonly Block[]): string | undefined {
  const words = lead
    .flatMap((block) => (block.type === 'paragraph' ? block.content : []))
    .map((node) => (node.type === 'text' ? node.text : ' '))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
  if (words.length <= MOST) return words || undefined
  return `${words
    .slice(0, MOST)
    .toWellFormed()
    .replace(/\s\S*$/, '')}…`
}
