import type { Metadata } from 'next'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { BackToAccount } from '@/components/accounts/BackToAccount'
import { SessionList } from '@/components/accounts/SessionList'
import { loadOwnSessions } from '@/lib/accounts/loaders'
import { ownAccount } from '@/lib/texts/en/own-account'

const texts = ownAccount.sessions

export const metadata: Metadata = { title: texts.title, robots: { index: false } }

export default async function SessionsPage() {
  const sessions = await loadOwnSessions()
  return (
    <AccountSheet title={texts.title} intro={texts.intro}>
      <SessionList sessions={sessions} />
      <BackToAccount />
    </AccountSheet>
  )
}
