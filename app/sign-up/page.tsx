import type { Metadata } from 'next'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { SignUpForm } from '@/components/accounts/SignUpForm'
import { loadSignUp } from '@/lib/accounts/newcomers/loaders'
import { nextPath } from '@/lib/accounts/next-path'
import { type Query, readQuery } from '@/lib/input/address'
import { canSendMail } from '@/lib/mail/send-mail'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().accounts.signUp.title,
  robots: { index: false },
})

export default async function SignUpPage({ searchParams }: { searchParams: Query }) {
  const { accounts } = messages()
  const next = nextPath((await readQuery(searchParams, routes.signUp)).next)
  return (
    <AccountSheet title={accounts.signUp.title} intro={accounts.signUp.intro}>
      <SignUpForm next={next} asksEmail={canSendMail()} {...(await loadSignUp())} />
    </AccountSheet>
  )
}
