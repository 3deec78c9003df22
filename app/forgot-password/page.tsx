import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { RequestResetForm } from '@/components/accounts/LinkForms'
import { Notice } from '@/components/ui/Notice'
import { type Query, readQuery } from '@/lib/input/address'
import { canSendMail } from '@/lib/mail/send-mail'
import { messages } from '@/lib/messages/messages'
import { paths, routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().ownAccount.forgot.title,
  robots: { index: false },
})

export default async function ForgotPage({ searchParams }: { searchParams: Query }) {
  const texts = messages().ownAccount.forgot
  if (!canSendMail()) redirect(paths.recover())
  if ((await readQuery(searchParams, routes.forgotPassword)).sent) {
    const ways = [
      { label: texts.again, path: paths.forgotPassword() },
      { label: texts.withCode, path: paths.recover() },
    ]
    return <Notice title={texts.sentTitle} lead={texts.sent} actions={ways} />
  }
  return (
    <AccountSheet title={texts.title} intro={texts.intro}>
      <RequestResetForm />
      <p className="aside">
        <a href={paths.recover()}>{texts.withCode}</a>
      </p>
    </AccountSheet>
  )
}
