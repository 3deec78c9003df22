import { Empty } from '@/components/ui/Empty'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { WaitingWords } from '@/lib/talk/own-words/loaders'
import { Words } from '../Words'
import { DecideWordsForms } from './OwnWordsForms'

/** What people want to say of themselves, for moderators: beneath the comments that wait. */
export function WordsQueue({ waiting, now }: { waiting: WaitingWords[]; now: Date }) {
  const texts = messages().ownWords.queue
  return (
    <section className="words-queue" aria-labelledby="words-queue">
      <h2 id="words-queue">{texts.heading}</h2>
      <p className="quiet">{texts.intro}</p>
      {waiting.length === 0 && <Empty>{texts.empty}</Empty>}
      <ol className="held-list plain">
        {waiting.map(({ id, author, at, isOwn, ...shown }) => (
          <li key={id}>
            <article className="held" aria-label={texts.by(author.name)}>
              <header>
                <a href={paths.person(author.id)}>
                  <bdi>{author.name}</bdi>
                </a>{' '}
                <span className="perm">
                  {'· '}
                  <time dateTime={at.toISOString()}>{messages().review.sinceWords(at, now)}</time>
                </span>
              </header>
              <Words {...shown} />
              {isOwn ? <p className="quiet">{texts.own}</p> : <DecideWordsForms wordsId={id} />}
            </article>
          </li>
        ))}
      </ol>
    </section>
  )
}
