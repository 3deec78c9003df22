import { kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import type { ModeratedEntry } from '@/lib/moderation/loaders'
import type { UsesOfEntry } from '@/lib/moderation/uses'
import { ActSheet } from './ActSheet'
import { DeleteForm } from './DeleteForm'
import { EntryUses } from './EntryUses'

/** What uses an entry, and the form that deletes it. */
export function DeleteSheet({ entry, uses }: { entry: ModeratedEntry; uses: UsesOfEntry }) {
  const texts = messages().moderating.delete
  const { deleteIntro, deleteSubmit } = kindOf(entry.kind).texts()
  return (
    <ActSheet entry={entry} heading={texts.heading} intro={deleteIntro}>
      <EntryUses uses={uses} />
      <DeleteForm entryId={entry.id} submit={deleteSubmit} />
    </ActSheet>
  )
}
