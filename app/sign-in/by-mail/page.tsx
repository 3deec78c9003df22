import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { RequestSignInLinkForm } from '@/components/accounts/LinkForms'
import { Notice } from '@/components/ui/Notice'
import { type Query, readQuery } from '@/lib/input/address'
import { canSendMail } from '@/lib/mail/send-mail'
import { messages } from '@/lib/messages/messages'
import { paths, routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().ownAccount.byMail.title,
  robots: { index: false },
})

export default async function SignInByMailPage({ searchParams }: { searchParams: Query }) {
  if (!canSendMail()) notFound()
  const { byMail } = messages().ownAccount
  const { sent } = await readQuery(searchParams, routes.signInByMail)
  const again = [{ label: byMail.again, path: paths.signInByMail() }]
  if (sent) return <Notice title={byMail.sentTitle} lead={byMail.sent} actions={again} />
  return (
    <AccountSheet title={byMail.title} intro={byMail.intro}>
      <RequestSignInLinkForm />
    </AccountSheet>
  )
}
