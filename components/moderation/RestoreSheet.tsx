import { messages } from '@/lib/messages/messages'
import type { ModeratedEntry } from '@/lib/moderation/loaders'
import type { Resting } from '@/lib/moderation/resting'
import { ActSheet } from './ActSheet'
import { RestoreForm } from './RestoreForm'
import { WhatRests } from './WhatRests'

interface Props {
  entry: ModeratedEntry
  deletedAt: Date
  resting: Resting
  words: string
}

/** A deleted entry: when, by whom and why it was deleted, what it said, and the form that restores it. */
export function RestoreSheet({ entry, deletedAt, resting, words }: Props) {
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
      <WhatRests resting={resting} />
      <RestoreForm entryId={entry.id} />
    </ActSheet>
  )
}
