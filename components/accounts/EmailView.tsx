import type { OwnEmail } from '@/lib/accounts/loaders'
import type { OwnProof } from '@/lib/accounts/second-step/loaders'
import { messages } from '@/lib/messages/messages'
import { AccountSheet } from './AccountSheet'
import { BackToAccount } from './BackToAccount'
import { AddEmailForm, RemoveEmailForm } from './EmailForms'

/** One's own e-mail address: its state, changing it, removing it; `next` is the page to continue to. */
export function EmailView({ of, proof, next }: { of: OwnEmail; proof: OwnProof; next: string | null }) {
  const texts = messages().ownAccount.email
  return (
    <AccountSheet title={texts.title} intro={texts.intro}>
      {of.waiting && (
        <p className="note" role="status">
          {texts.sent(of.waiting.email, of.waiting.until)}
        </p>
      )}
      {of.confirmed && (
        <p className="note">
          {of.isRefused ? messages().newsMail.refused(of.confirmed) : texts.confirmed(of.confirmed)}
        </p>
      )}
      {next !== null && (
        <p className="actions">
          <a className="btn yes" href={next}>
            {texts.goOn}
          </a>
        </p>
      )}
      {of.canAdd && (
        <AddEmailForm proof={proof} email={of.waiting?.email ?? (of.isRefused ? (of.confirmed ?? '') : '')} />
      )}
      {(of.confirmed || of.waiting) && (
        <section className="apart" aria-labelledby="remove">
          <h2 id="remove">{texts.removeTitle}</h2>
          <RemoveEmailForm proof={proof} />
        </section>
      )}
      {next === null && <BackToAccount />}
    </AccountSheet>
  )
}
