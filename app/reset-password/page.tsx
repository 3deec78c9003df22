import type { Metadata } from 'next'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { ResetPasswordForm } from '@/components/accounts/LinkForms'
import { Notice } from '@/components/ui/Notice'
import { loadLink } from '@/lib/accounts/loaders'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths, routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().ownAccount.reset.title,
  robots: { index: false },
})

export default async function ResetPage({ searchParams }: { searchParams: Query }) {
  const { link, reset } = messages().ownAccount
  const good = await loadLink((await readQuery(searchParams, routes.resetPassword)).token, 'reset_password')
  if (!good) {
    const again = [{ label: messages().ownAccount.forgot.again, path: paths.forgotPassword(), isMain: true }]
    return <Notice title={link.usedTitle} lead={link.used} actions={again} />
  }
  return (
    <AccountSheet title={reset.title} intro={reset.intro(good.name)}>
      <ResetPasswordForm token={good.secret} name={good.name} />
    </AccountSheet>
  )
}
