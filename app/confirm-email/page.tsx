import type { Metadata } from 'next'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { ConfirmEmailForm } from '@/components/accounts/LinkForms'
import { Notice } from '@/components/ui/Notice'
import { loadLink } from '@/lib/accounts/loaders'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths, routes } from '@/lib/routes'

const toAccount = () => [{ label: messages().ownAccount.settings.safety, path: paths.account() }]

export const generateMetadata = (): Metadata => ({
  title: messages().ownAccount.confirm.title,
  robots: { index: false },
})

interface Props {
  searchParams: Query
}

export default async function ConfirmEmailPage({ searchParams }: Props) {
  const { confirm, link } = messages().ownAccount
  const { token, done } = await readQuery(searchParams, routes.confirmEmail)
  if (done) return <Notice title={confirm.doneTitle} lead={confirm.done} actions={toAccount()} />
  const good = await loadLink(token, 'confirm_email')
  if (!good) return <Notice title={link.usedTitle} lead={link.used} actions={toAccount()} />
  return (
    <AccountSheet title={confirm.title} intro={confirm.intro(good.email, good.name)}>
      <ConfirmEmailForm token={good.secret} />
    </AccountSheet>
  )
}
