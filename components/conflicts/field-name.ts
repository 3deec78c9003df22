import type { MergeConflict } from '@/lib/content/merge'
import { messages } from '@/lib/messages/messages'

const names = (): Record<string, string> =>
  ({
    ...messages().kinds.file.fields,
    ...messages().editing.source,
    ...messages().editing.fact,
    ...messages().editing.page,
    citations: messages().editing.citation.list,
  }) as unknown as Record<string, string>

/** The form's label of the field that a conflict is in; `infobox` has what the fields of an infobox are called, by key. */
export function fieldName(
  { field }: Pick<MergeConflict, 'field'>,
  infobox: Readonly<Record<string, string>>,
): string {
  const [name = '', key] = field.split('.', 2)
  const found = names()[name]
  const words = typeof found === 'string' ? found : name
  if (key === undefined) return words
  const { within } = messages().diff
  const called = infobox[key] ?? key.replaceAll('_', ' ')
  // The lock of a value is named after it.
  return name === 'gates'
    ? within(within(messages().editing.page.infobox, called), words)
    : within(words, called)
}
