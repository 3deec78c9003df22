import type { Metadata } from 'next'
import { MailView } from '@/components/news/MailView'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadOwnMail } from '@/lib/news/mail/loaders'
import { routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().newsMail.title,
  robots: { index: false },
})

export default async function MailPage({ searchParams }: { searchParams: Query }) {
  const { done } = await readQuery(searchParams, routes.accountMail)
  return <MailView of={await loadOwnMail()} isSaved={done !== undefined} />
}
