import type { Metadata } from 'next'
import { ActSheet } from '@/components/moderation/ActSheet'
import { ProtectForm } from '@/components/moderation/ProtectForm'
import { UnprotectForm } from '@/components/moderation/UnprotectForm'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadEntryToModerate } from '@/lib/moderation/loaders'
import { standingProtection } from '@/lib/policy/protection'

export const generateMetadata = (): Metadata => ({
  title: messages().moderating.protect.heading,
  robots: { index: false },
})

export default async function ProtectPage({ params }: { params: Promise<{ id: string }> }) {
  const { moderating } = messages()
  const entry = await loadEntryToModerate((await readSegments(params)).id)
  const standing = standingProtection(entry)
  return (
    <ActSheet entry={entry} heading={moderating.protect.heading} intro={moderating.protect.intro} isForLiving>
      {standing && <UnprotectForm entryId={entry.id} standing={standing} />}
      <ProtectForm entryId={entry.id} />
    </ActSheet>
  )
}
