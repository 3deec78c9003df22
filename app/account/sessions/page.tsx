import type { Metadata } from 'next'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { BackToAccount } from '@/components/accounts/BackToAccount'
import { SessionList } from '@/components/accounts/SessionList'
import { loadOwnSessions } from '@/lib/accounts/loaders'
import { messages } from '@/lib/messages/messages'

export const generateMetadata = (): Metadata => ({
  title: messages().ownAccount.sessions.title,
  robots: { index: false },
})

export default async function SessionsPage() {
  const texts = messages().ownAccount.sessions
  const sessions = await loadOwnSessions()
  return (
    <AccountSheet title={texts.title} intro={texts.intro}>
      <SessionList sessions={sessions} />
      <BackToAccount />
    </AccountSheet>
  )
}
