import type { Metadata } from 'next'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { ResetPasswordForm } from '@/components/accounts/LinkForms'
import { Notice } from '@/components/ui/Notice'
import { loadLink } from '@/lib/accounts/loaders'
import { type Query, readQuery } from '@/lib/input/address'
import { paths } from '@/lib/routes'
import { ownAccount } from '@/lib/texts/en/own-account'

const { reset, link, forgot } = ownAccount

export const metadata: Metadata = { title: reset.title, robots: { index: false } }

export default async function ResetPage({ searchParams }: { searchParams: Query }) {
  const good = await loadLink((await readQuery(searchParams, 'token')).token, 'reset_password')
  if (!good) {
    const again = [{ label: forgot.again, path: paths.forgotPassword(), isMain: true }]
    return <Notice title={link.usedTitle} lead={link.used} actions={again} />
  }
  return (
    <AccountSheet title={reset.title} intro={reset.intro(good.name)}>
      <ResetPasswordForm token={good.secret} name={good.name} />
    </AccountSheet>
  )
}
