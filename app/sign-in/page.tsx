import type { Metadata } from 'next'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { SignInForm } from '@/components/accounts/SignInForm'
import { nextPath } from '@/lib/accounts/next-path'
import { accounts } from '@/lib/texts/en/accounts'

export const metadata: Metadata = { title: accounts.signIn.title, robots: { index: false } }

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const next = nextPath((await searchParams).next)
  return (
    <AccountSheet title={accounts.signIn.title}>
      <SignInForm next={next} />
    </AccountSheet>
  )
}
