import { messages } from '@/lib/messages/messages'
import type { ModeratedEntry } from '@/lib/moderation/loaders'
import type { UsesOfEntry } from '@/lib/moderation/uses'
import { paths } from '@/lib/routes'
import { ActSheet } from './ActSheet'
import { EntryUses } from './EntryUses'
import { RestoreForm } from './RestoreForm'

interface Props {
  entry: ModeratedEntry
  deletedAt: Date
  uses: UsesOfEntry
  words: string
  /** Its current version was erased: it cannot be restored. */
  isErased: boolean
}

/** A deleted entry: when, by whom and why it was deleted, what it said, and the form that restores it. */
export function RestoreSheet({ entry, deletedAt, uses, words, isErased }: Props) {
  const texts = messages().moderating.restore
  const intro = texts.intro(entry.deletedByName, deletedAt, entry.deletionReason)
  return (
    <ActSheet entry={entry} heading={texts.heading} intro={intro} isRestoring>
      {words && (
        <details className="act-words">
          <summary>{texts.said}</summary>
          <p dir="auto">{words}</p>
        </details>
      )}
      <EntryUses uses={uses} />
      {isErased ? <p className="note">{texts.erased}</p> : <RestoreForm entryId={entry.id} />}
      {!isErased && (
        <p className="aside">
          <a href={paths.hideVersions(entry.id)}>{texts.erase}</a>
        </p>
      )}
    </ActSheet>
  )
}
