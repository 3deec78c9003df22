import type { Metadata } from 'next'
import { AccountView } from '@/components/accounts/AccountView'
import { requireAccount } from '@/lib/accounts/loaders'
import { meOf } from '@/lib/accounts/me'
import { accounts } from '@/lib/texts/en/accounts'

export const metadata: Metadata = { title: accounts.account.title, robots: { index: false } }

export default async function AccountPage() {
  const actor = await requireAccount('/account')
  const me = await meOf(actor)
  if (!me.signedIn) return null
  return <AccountView me={me} role={accounts.roles[actor.role]} />
}
