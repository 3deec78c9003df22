import { AccountSheet } from '@/components/accounts/AccountSheet'
import { messages } from '@/lib/messages/messages'
import type { MailByLink } from '@/lib/news/mail/loaders'
import { EndMailForm, MailPlanForm } from './MailForms'

interface Props {
  of: MailByLink
  done: 'ended' | 'saved' | null
}

/** The mail that an account gets, for whoever came by the link in one of them: the button that ends it, and the rest. */
export function MailByLinkView({ of, done }: Props) {
  const { byLink, saved } = messages().newsMail
  return (
    <AccountSheet title={byLink.title} intro={byLink.intro(of.address)}>
      {done !== null && (
        <p className="note" role="status">
          {done === 'ended' ? byLink.ended : saved}
        </p>
      )}
      {of.about.length > 0 && (
        <section aria-label={byLink.end}>
          <p>{byLink.which(of.about)}</p>
          <EndMailForm token={of.token} />
        </section>
      )}
      <section className="apart" aria-labelledby="others">
        <h2 id="others">{of.about.length > 0 ? byLink.others : byLink.what}</h2>
        <MailPlanForm form={of} token={of.token} />
      </section>
    </AccountSheet>
  )
}
