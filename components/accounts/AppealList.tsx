import { WrittenAsHere } from '@/components/sessions/WrittenAsHere'
import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Pager'
import type { AppealLine, AppealQueue } from '@/lib/accounts/appeals/loaders'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { AnswerAppealForm } from './AppealForms'
import '@/components/styles/forms.css'
import '@/components/styles/safety.css'

/** What blocked accounts say against their blocks: each with the block, and a form for who may answer. */
export function AppealList({ queue: { lines, next } }: { queue: AppealQueue }) {
  const texts = messages().safety.appeal.queue
  return (
    <WrittenAsHere>
      <main className="sheet account-sheet" id="text">
        <a className="eyebrow" href={paths.moderation()}>
          {messages().reports.home.title}
        </a>
        <h1 className="title">{texts.title}</h1>
        <p className="intro">{texts.intro}</p>
        {lines.map((line) => (
          <One key={line.id} line={line} />
        ))}
        {lines.length === 0 && <Empty>{texts.empty}</Empty>}
        <Pager first={null} next={next === null ? null : paths.appeals({ after: next })} />
      </main>
    </WrittenAsHere>
  )
}

function One({ line }: { line: AppealLine }) {
  const { accounts, history, safety } = messages()
  const { id, personId, personName, block, rule, words, at, mayAnswer, isOwn } = line
  return (
    <section className="appeal" aria-label={personName}>
      <p className="quiet">
        <a href={paths.person(personId)}>
          <bdi>{personName}</bdi>
        </a>{' '}
        {history.moment(at)}
      </p>
      <blockquote className="appeal-words" dir="auto">
        {words}
      </blockquote>
      <p className="quiet">
        {accounts.unblock.standing(block)} {rule}
      </p>
      {isOwn && <p className="note">{mayAnswer ? safety.appeal.queue.alone : safety.appeal.queue.own}</p>}
      {mayAnswer && <AnswerAppealForm appealId={id} />}
    </section>
  )
}
