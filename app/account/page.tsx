import type { Metadata } from 'next'
import { AccountView } from '@/components/accounts/AccountView'
import { loadSettings, requireAccount } from '@/lib/accounts/loaders'
import { meOf } from '@/lib/accounts/me'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths, routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().accounts.account.title,
  robots: { index: false },
})

export default async function AccountPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireAccount(paths.account())
  const { done } = await readQuery(searchParams, routes.account)
  const [{ me }, settings] = await Promise.all([meOf(actor), loadSettings(actor, done)])
  if (!me.signedIn) return null
  return <AccountView me={me} role={messages().accounts.roles[actor.role]} settings={settings} />
}
