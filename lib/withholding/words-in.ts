/** What is no word of a text: how it is built, and the names of its parts. */
const UNREAD = new Set(['type', 'id'])

/**
 * Everything that a content says, as one text: every string in it, closed passages, quotes and addresses included;
 * words that a mark divides stand together.
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
  // Behind the words and never between them: an address that they lead to, say.
  return others === '' ? String(text) : `${text}\u0000${others}\u0000`
}

const plain = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim()

/** Whether a content, or any text, says `words`, in whatever case and spacing. */
export function says(content: unknown, words: string): boolean {
  const wanted = plain(words)
  if (wanted === '') return false
  const text = wordsIn(content)
  const [read, aside] = [text.replace(/\0[^\0]*\0/g, ''), text.replaceAll('\0', ' ')]
  return plain(read).includes(wanted) || plain(aside).includes(wanted)
}
