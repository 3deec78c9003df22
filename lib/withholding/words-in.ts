/** Keys that hold no text: structure and names of parts. */
const UNREAD = new Set(['type', 'id'])

/**
 * All text of a content: every string in it, closed passages, quotes and addresses included; words that a mark splits
 * are joined.
 */
export function wordsIn(content: unknown): string {
  if (typeof content === 'string') return content
  if (Array.isArray(content)) return content.map(inRow).join('')
  if (typeof content !== 'object' || content === null) return ''
  return Object.entries(content)
    .flatMap(([key, value]) => (UNREAD.has(key) ? [] : wordsIn(value)))
    .join('\n')
}

function inRow(node: unknown): string {
  if (typeof node !== 'object' || node === null || !('text' in node)) return `\n${wordsIn(node)}\n`
  const { text, ...rest } = node
  const others = wordsIn(rest).trim()
  // After the words and never between them: a link's address, for instance.
  return others === '' ? String(text) : `${text}\u0000${others}\u0000`
}

const plain = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim()

/** Whether a content, or any text, contains `words`, in any case and spacing. */
export function says(content: unknown, words: string): boolean {
  const wanted = plain(words)
  if (wanted === '') return false
  const text = wordsIn(content)
  const [read, aside] = [text.replace(/\0[^\0]*\0/g, ''), text.replaceAll('\0', ' ')]
  return plain(read).includes(wanted) || plain(aside).includes(wanted)
}
