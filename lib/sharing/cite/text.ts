import { messages } from '@/lib/messages/messages'
import type { CitedWork } from './cited-work'

/** A work in one line, its parts in the order of CSL's author, title, container, date, address. */
export function textOf({ authors, title, container, issued, url }: CitedWork): string {
  const parts = [
    authors.join(', '),
    `“${title}”`,
    container,
    issued && messages().dates.partialDateInWords(issued),
  ]
  return `${parts.filter(Boolean).join('. ')}.${url ? ` ${url}` : ''}\n`
}
