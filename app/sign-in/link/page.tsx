import type { Metadata } from 'next'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { SignInByLinkForm } from '@/components/accounts/LinkForms'
import { Notice } from '@/components/ui/Notice'
import { loadLink } from '@/lib/accounts/loaders'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths, routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().ownAccount.byMail.title,
  robots: { index: false },
})

export default async function SignInLinkPage({ searchParams }: { searchParams: Query }) {
  const { byMail, link } = messages().ownAccount
  const { token } = await readQuery(searchParams, routes.signInLink)
  const good = await loadLink(token, 'sign_in')
  const back = [{ label: messages().accounts.signIn.title, path: paths.signIn() }]
  if (!good) return <Notice title={link.usedTitle} lead={link.used} actions={back} />
  return (
    <AccountSheet title={byMail.title} intro={byMail.press(good.name)}>
      <SignInByLinkForm token={good.secret} />
    </AccountSheet>
  )
}
