import { messages } from '@/lib/messages/messages'
import { categories } from './categories'
import { outcomes } from './outcomes'

/** A category's label; an unknown one is "something else". */
export const categoryInWords = (stored: string) =>
  messages().reports.categories[categories.find((known) => known === stored) ?? 'other']

/** A report's outcome in a few words; nothing while it is open. */
export function outcomeInWords(stored: string | null): string {
  const outcome = outcomes.find((known) => known === stored)
  return outcome ? messages().reports.close.short[outcome] : ''
}
