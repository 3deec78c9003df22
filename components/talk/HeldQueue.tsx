import { WrittenAsHere } from '@/components/sessions/WrittenAsHere'
import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Pager'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { Named } from '@/lib/talk/comment-view'
import type { HeldComment, HeldList } from '@/lib/talk/held/loaders'
import type { WaitingWords } from '@/lib/talk/own-words/loaders'
import { WordsQueue } from './own-words/WordsQueue'
import { DecideForms } from './SmallForms'
import { Words } from './Words'
import '@/components/styles/facts.css'
import '@/components/styles/forms.css'
import '@/components/styles/talk.css'

/** The comments that wait for moderators. */
export function HeldQueue({ list, words, now }: { list: HeldList; words: WaitingWords[]; now: Date }) {
  const texts = messages().talk.queue
  const { held, named, count, next, isFirst } = list
  return (
    <WrittenAsHere>
      <main className="sheet talk" id="text">
        <a className="eyebrow" href={paths.moderation()}>
          {messages().reports.home.title}
        </a>
        <h1 className="title">{texts.title}</h1>
        <p className="quiet">{count > 0 ? `${texts.waiting(count)} ${texts.intro}` : texts.intro}</p>
        {held.length === 0 && <Empty>{texts.empty}</Empty>}
        <ol className="held-list plain">
          {held.map((one) => (
            <li key={one.row.id}>
              <Held held={one} named={named} now={now} />
            </li>
          ))}
        </ol>
        <Pager
          first={isFirst ? null : paths.heldComments()}
          next={next === null ? null : paths.heldComments({ after: next })}
        />
        {isFirst && <WordsQueue waiting={words} now={now} />}
      </main>
    </WrittenAsHere>
  )
}

function Held({
  held: { row, words, about, isOwn },
  named,
  now,
}: {
  held: HeldComment
  named: Named
  now: Date
}) {
  const texts = messages().talk.queue
  const { id, number, subject, authorId, authorName, createdAt } = row
  return (
    <article className="held" aria-label={messages().talk.reported(authorName)}>
      <p className="quiet">
        <a href={about.talkPath} dir="auto">
          {about.label}
        </a>{' '}
        <span dir="auto">{number === 1 ? texts.begins(subject) : texts.answers(subject)}</span>
      </p>
      <header>
        <a href={paths.person(authorId)}>
          <bdi>{authorName}</bdi>
        </a>{' '}
        <a className="perm" href={paths.moderateComment(id)}>
          <time dateTime={createdAt.toISOString()}>{messages().review.sinceWords(createdAt, now)}</time>
        </a>
      </header>
      <Words words={words} named={named} />
      {isOwn ? <p className="quiet">{texts.own}</p> : <DecideForms commentId={id} />}
    </article>
  )
}
