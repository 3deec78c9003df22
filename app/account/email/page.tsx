import type { Metadata } from 'next'
import { EmailView } from '@/components/accounts/EmailView'
import { loadOwnEmail } from '@/lib/accounts/loaders'
import { nextPath } from '@/lib/accounts/next-path'
import { type Query, readQuery } from '@/lib/input/address'
import { ownAccount } from '@/lib/texts/en/own-account'

export const metadata: Metadata = { title: ownAccount.email.title, robots: { index: false } }

export default async function EmailPage({ searchParams }: { searchParams: Query }) {
  const { next } = await readQuery(searchParams, 'next')
  return <EmailView of={await loadOwnEmail()} next={next === undefined ? null : nextPath(next)} />
}
