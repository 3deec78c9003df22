import type { Metadata } from 'next'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { SignUpOutsideForm } from '@/components/accounts/OutsideForms'
import { loadNewcomer } from '@/lib/accounts/outside/loaders'
import { messages } from '@/lib/messages/messages'

export const generateMetadata = (): Metadata => ({
  title: messages().accounts.outside.newTitle,
  robots: { index: false },
})

export default async function SignUpOutsidePage() {
  const texts = messages().accounts.outside
  return (
    <AccountSheet title={texts.newTitle} intro={texts.newIntro}>
      <SignUpOutsideForm of={await loadNewcomer()} />
    </AccountSheet>
  )
}
