import type { MergeConflict } from '@/lib/content/merge'
import { editing } from '@/lib/texts/en/editing'

const { page, fact, source, citation } = editing

const names: Record<string, string> = {
  ...source,
  ...fact,
  ...page,
  citations: citation.list,
} as unknown as Record<string, string>

/** What a form calls the field that a conflict is in. */
export function fieldName({ field }: Pick<MergeConflict, 'field'>): string {
  const [name = '', key] = field.split('.', 2)
  const words = typeof names[name] === 'string' ? names[name] : name
  return key === undefined ? words : `${words}: ${key.replaceAll('_', ' ')}`
}
