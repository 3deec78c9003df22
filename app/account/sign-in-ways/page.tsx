import type { Metadata } from 'next'
import { OutsideView } from '@/components/accounts/OutsideView'
import { loadFailure, loadLinking, loadOutside } from '@/lib/accounts/outside/loaders'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().ownAccount.outside.title,
  robots: { index: false },
})

export default async function OutsideAccountsPage({ searchParams }: { searchParams: Query }) {
  const { go, failed } = await readQuery(searchParams, routes.outsideAccounts)
  const [of, linking] = await Promise.all([loadOutside(), loadLinking(go)])
  return <OutsideView of={of} linking={linking} failure={loadFailure(failed)} />
}
