import { AccountSheet } from '@/components/accounts/AccountSheet'
import { BackToTheirPage } from '@/components/accounts/BackToTheirPage'
import { messages } from '@/lib/messages/messages'
import type { loadWordsToDecide } from '@/lib/talk/own-words/loaders'
import { Words } from '../Words'
import { DecideWordsForms, DeclineWordsForm } from './OwnWordsForms'
import '@/components/styles/facts.css'
import '@/components/styles/talk.css'

/** What somebody says of themselves, for moderators: what waits and what is shown, each with what can be done. */
export function DecideWordsView({ theirs }: { theirs: Awaited<ReturnType<typeof loadWordsToDecide>> }) {
  const texts = messages().ownWords.decide
  const { id, name, waiting, shown } = theirs
  return (
    <AccountSheet title={texts.title(name)} intro={waiting || shown ? undefined : texts.none}>
      {waiting && (
        <section className="answered" aria-label={texts.waiting}>
          <p className="quiet">{texts.waiting}</p>
          <Words {...waiting} />
          <DecideWordsForms wordsId={waiting.id} />
        </section>
      )}
      {shown && (
        <section className="answered" aria-label={texts.shown}>
          <p className="quiet">{texts.shown}</p>
          <Words {...shown} />
          <DeclineWordsForm wordsId={shown.id} submit={texts.takeAway} busy={texts.takeAwayBusy} />
        </section>
      )}
      <BackToTheirPage id={id} name={name} />
    </AccountSheet>
  )
}
