import { AccountSheet } from '@/components/accounts/AccountSheet'
import { BackToAccount } from '@/components/accounts/BackToAccount'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { OneVersion, OwnWordsPage } from '@/lib/talk/own-words/loaders'
import { Words } from '../Words'
import { OwnWordsForm, WithdrawWordsForm } from './OwnWordsForms'
import '@/components/styles/facts.css'
import '@/components/styles/saving.css'
import '@/components/styles/talk.css'

/** What one says of oneself: what waits, what is shown, why something is not, and the form. */
export function OwnWordsView({ own }: { own: OwnWordsPage }) {
  const texts = messages().ownWords
  const { accountId, mayWrite, waiting, shown } = own
  return (
    <AccountSheet title={texts.title} intro={mayWrite ? texts.intro : texts.notYet}>
      {waiting && (
        <section className="cm-own" aria-label={texts.waiting}>
          <p className="own-state">
            <b>{texts.waiting}</b> <span>{texts.waitingHint}</span> {shown && <span>{texts.stays}</span>}
          </p>
          <Words {...waiting} />
          <WithdrawWordsForm which="waiting" />
        </section>
      )}
      <Declined own={own} />
      {shown && <Shown shown={shown} />}
      {mayWrite && <OwnWordsForm own={own} />}
      <p className="thread-acts">
        <a href={paths.person(accountId)}>{texts.toPage}</a>
      </p>
      <BackToAccount />
    </AccountSheet>
  )
}

function Declined({ own: { declined } }: { own: OwnWordsPage }) {
  const texts = messages().ownWords
  if (!declined) return null
  return (
    <section className="cm-own" aria-label={texts.declined}>
      <p className="own-state is-declined">
        <b>{texts.declined}</b> <span>{texts.declinedHint(declined.at)}</span>
      </p>
      <p className="decision" dir="auto">
        {declined.reason}
      </p>
      <Words {...declined} />
    </section>
  )
}

function Shown({ shown }: { shown: OneVersion }) {
  const texts = messages().ownWords
  return (
    <section className="answered" aria-label={texts.shown}>
      <p className="quiet">{texts.shown}</p>
      <Words {...shown} />
      <WithdrawWordsForm which="shown" />
    </section>
  )
}
