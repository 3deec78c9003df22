import type { Metadata } from 'next'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { RecoverForm } from '@/components/accounts/RecoverForm'
import { nextPath } from '@/lib/accounts/next-path'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().ownAccount.recover.title,
  robots: { index: false },
})

export default async function RecoverPage({ searchParams }: { searchParams: Query }) {
  const texts = messages().ownAccount.recover
  const next = nextPath((await readQuery(searchParams, routes.recover)).next)
  return (
    <AccountSheet title={texts.title} intro={texts.intro}>
      <RecoverForm next={next} />
    </AccountSheet>
  )
}
