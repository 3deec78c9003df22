import type { Metadata } from 'next'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { ConfirmWishForm } from '@/components/news/MailDecision'
import { Notice } from '@/components/ui/Notice'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadWishLink } from '@/lib/news/mail/decision/loaders'
import { routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().newsMail.decision.confirmTitle,
  robots: { index: false },
})

export default async function ConfirmWishPage({ searchParams }: { searchParams: Query }) {
  const { decision } = messages().newsMail
  const { link } = messages().ownAccount
  const { token, done } = await readQuery(searchParams, routes.confirmWish)
  if (done) return <Notice title={decision.doneTitle} lead={decision.done} actions={[]} />
  const found = await loadWishLink(token)
  if (!found) return <Notice title={link.usedTitle} lead={link.used} actions={[]} />
  return (
    <AccountSheet title={decision.confirmTitle} intro={decision.confirmIntro(found.address)}>
      <ConfirmWishForm token={found.token} />
    </AccountSheet>
  )
}
