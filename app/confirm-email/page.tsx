import type { Metadata } from 'next'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { ConfirmEmailForm } from '@/components/accounts/LinkForms'
import { Notice } from '@/components/ui/Notice'
import { loadLink } from '@/lib/accounts/loaders'
import { type Query, readQuery } from '@/lib/input/address'
import { paths } from '@/lib/routes'
import { ownAccount } from '@/lib/texts/en/own-account'

const { confirm, link, settings } = ownAccount
const toAccount = [{ label: settings.safety, path: paths.account() }]

export const metadata: Metadata = { title: confirm.title, robots: { index: false } }

interface Props {
  searchParams: Query
}

export default async function ConfirmEmailPage({ searchParams }: Props) {
  const { token, done } = await readQuery(searchParams, 'token', 'done')
  if (done) return <Notice title={confirm.doneTitle} lead={confirm.done} actions={toAccount} />
  const good = await loadLink(token, 'confirm_email')
  if (!good) return <Notice title={link.usedTitle} lead={link.used} actions={toAccount} />
  return (
    <AccountSheet title={confirm.title} intro={confirm.intro(good.email, good.name)}>
      <ConfirmEmailForm token={good.secret} />
    </AccountSheet>
  )
}
