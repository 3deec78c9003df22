import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { ShownWords } from '@/lib/talk/own-words/shown'
import { Words } from '../Words'
import '@/components/styles/facts.css'
import '@/components/styles/talk.css'

/** What somebody says of themselves, on their page; with the way to take it away, for those who may. */
export function PersonsWords({ accountId, shown }: { accountId: number; shown: ShownWords }) {
  const texts = messages().ownWords
  return (
    <section className="own-words" aria-labelledby="own-words">
      <h2 className="eyebrow" id="own-words">
        {texts.heading}
      </h2>
      <Words {...shown} />
      <p className="does">
        <a href={paths.decideOwnWords(accountId)} rel="nofollow" data-for="moderators">
          {texts.takeAway}
        </a>
      </p>
    </section>
  )
}
