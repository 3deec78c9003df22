import type { Metadata } from 'next'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { BackToTheirPage } from '@/components/accounts/BackToTheirPage'
import { MuteForm } from '@/components/accounts/MuteForm'
import { loadMutePage } from '@/lib/accounts/mutes/loaders'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'

export const generateMetadata = (): Metadata => ({
  title: messages().safety.mute.heading,
  robots: { index: false },
})

export default async function MutePage({ params }: { params: Promise<{ id: string }> }) {
  const person = await loadMutePage((await readSegments(params)).id)
  const texts = messages().safety.mute
  return (
    <AccountSheet title={texts.title(person.name)} intro={texts.intro}>
      <MuteForm accountId={person.id} on="yes" />
      <BackToTheirPage {...person} />
    </AccountSheet>
  )
}
