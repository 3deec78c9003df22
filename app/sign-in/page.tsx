import type { Metadata } from 'next'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { SignInForm } from '@/components/accounts/SignInForm'
import { nextPath } from '@/lib/accounts/next-path'
import { type Query, readQuery } from '@/lib/input/address'
import { canSendMail } from '@/lib/mail/send-mail'
import { messages } from '@/lib/messages/messages'
import { paths, routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().accounts.signIn.title,
  robots: { index: false },
})

interface Props {
  searchParams: Query
}

export default async function SignInPage({ searchParams }: Props) {
  const { next: asked, done } = await readQuery(searchParams, routes.signIn)
  const next = nextPath(asked)
  return (
    <AccountSheet title={messages().accounts.signIn.title}>
      {done === 'reset' && (
        <p className="note" role="status">
          {messages().ownAccount.reset.done}
        </p>
      )}
      <SignInForm next={next} forgotten={canSendMail() ? paths.forgotPassword() : paths.recover({ next })} />
    </AccountSheet>
  )
}
