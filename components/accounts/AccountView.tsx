import type { Me } from '@/lib/accounts/me'
import { accountPath } from '@/lib/accounts/path'
import { accounts } from '@/lib/texts/en/accounts'
import { AccountSheet } from './AccountSheet'

/** One's own page: who one is here, what waits, and the way out. `role` is in words. */
export function AccountView({ me, role }: { me: Extract<Me, { signedIn: true }>; role: string }) {
  const texts = accounts.account
  return (
    <AccountSheet title={me.name} intro={role}>
      {me.blockNote && <p className="note is-refusal">{me.blockNote}</p>}
      <ul className="account-links">
        <li>
          <a href="/submissions">{texts.submissions}</a>
          <span className="quiet">{texts.waiting(me.submissionsWaiting)}</span>
        </li>
        <li>
          <a href={accountPath(me.id)}>{texts.contributions}</a>
          <span className="quiet">{texts.contributionsHint}</span>
        </li>
        {me.waitingCount !== null && (
          <li>
            <a href="/review">{texts.review}</a>
            <span className="quiet">{texts.toReview(me.waitingCount)}</span>
          </li>
        )}
      </ul>
      <form method="post" action="/api/auth/sign-out">
        <button className="btn" type="submit">
          {texts.signOut}
        </button>
      </form>
    </AccountSheet>
  )
}
