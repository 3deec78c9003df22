import type { Metadata } from 'next'
import { MailByLinkView } from '@/components/news/MailByLinkView'
import { Notice } from '@/components/ui/Notice'
import { type Query, readQuery, readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadMailByLink } from '@/lib/news/mail/loaders'
import { paths, routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().newsMail.byLink.title,
  robots: { index: false },
})

interface Props {
  params: Promise<{ token: string }>
  searchParams: Query
}

export default async function MailByLinkPage({ params, searchParams }: Props) {
  const { byLink, title } = messages().newsMail
  const { token } = await readSegments(params)
  const { done } = await readQuery(searchParams, routes.mailByLink)
  const found = await loadMailByLink(token)
  if (!found)
    return (
      <Notice
        title={byLink.gone}
        lead={byLink.goneText}
        actions={[{ label: title, path: paths.accountMail() }]}
      />
    )
  return <MailByLinkView of={found} done={done === 'ended' ? 'ended' : done ? 'saved' : null} />
}
