import { kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import type { ModeratedEntry } from '@/lib/moderation/loaders'
import type { Resting } from '@/lib/moderation/resting'
import { ActSheet } from './ActSheet'
import { DeleteForm } from './DeleteForm'
import { WhatRests } from './WhatRests'

/** What uses an entry, and the form that deletes it. */
export function DeleteSheet({ entry, resting }: { entry: ModeratedEntry; resting: Resting }) {
  const texts = messages().moderating.delete
  const { deleteIntro, deleteSubmit } = kindOf(entry.kind).texts()
  return (
    <ActSheet entry={entry} heading={texts.heading} intro={deleteIntro}>
      <WhatRests resting={resting} />
      <DeleteForm entryId={entry.id} submit={deleteSubmit} />
    </ActSheet>
  )
}
