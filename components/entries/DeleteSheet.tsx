import type { ModeratedEntry } from '@/lib/entries/loaders'
import type { Resting } from '@/lib/entries/resting'
import { moderating } from '@/lib/texts/en/moderating'
import { ActSheet } from './ActSheet'
import { DeleteForm } from './DeleteForm'
import { WhatRests } from './WhatRests'

const texts = moderating.delete

/** What would be missed if an entry were gone, and the form that deletes it. */
export function DeleteSheet({ entry, resting }: { entry: ModeratedEntry; resting: Resting }) {
  return (
    <ActSheet entry={entry} heading={texts.heading} intro={texts.intro[entry.kind]}>
      <WhatRests resting={resting} />
      <DeleteForm entryId={entry.id} kind={entry.kind} />
    </ActSheet>
  )
}
