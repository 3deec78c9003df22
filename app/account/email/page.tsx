import type { Metadata } from 'next'
import { EmailView } from '@/components/accounts/EmailView'
import { loadOwnEmail } from '@/lib/accounts/loaders'
import { nextPath } from '@/lib/accounts/next-path'
import { requireProof } from '@/lib/accounts/second-step/loaders'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths, routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().ownAccount.email.title,
  robots: { index: false },
})

export default async function EmailPage({ searchParams }: { searchParams: Query }) {
  const { next } = await readQuery(searchParams, routes.accountEmail)
  const [own, { proof }] = await Promise.all([loadOwnEmail(), requireProof(paths.accountEmail())])
  return <EmailView of={own} proof={proof} next={next === undefined ? null : nextPath(next)} />
}
