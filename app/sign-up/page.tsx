import type { Metadata } from 'next'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { SignUpForm } from '@/components/accounts/SignUpForm'
import { nextPath } from '@/lib/accounts/next-path'
import { canSendMail } from '@/lib/mail/send-mail'
import { accounts } from '@/lib/texts/en/accounts'

export const metadata: Metadata = { title: accounts.signUp.title, robots: { index: false } }

export default async function SignUpPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const next = nextPath((await searchParams).next)
  return (
    <AccountSheet title={accounts.signUp.title} intro={accounts.signUp.intro}>
      <SignUpForm next={next} asksEmail={canSendMail()} />
    </AccountSheet>
  )
}
