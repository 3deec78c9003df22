import { randomUUID } from 'node:crypto'
import { DiffView } from '@/components/diff/DiffView'
import { ConflictTexts } from '@/components/review/ConflictTexts'
import { WrittenAsHere } from '@/components/sessions/WrittenAsHere'
import { messages } from '@/lib/messages/messages'
import type { Undo } from '@/lib/revisions/show-revert'
import { RevertForm } from './RevertForm'
import '@/components/styles/forms.css'
import '@/components/styles/case.css'
import '@/components/styles/review.css'

/** What reverting one edit would change today, and the button; or why it is not possible. */
export function RevertSheet({ undo }: { undo: Undo }) {
  const texts = messages().review.revert
  const { line, author, outcome } = undo
  return (
    <WrittenAsHere>
      <main id="text" className="case">
        <header className="case-head">
          <span className="eyebrow">{texts.eyebrow}</span>
          <h1 className="title" dir="auto">
            {texts.title(line.entry.label)}
          </h1>
          <p className="case-who">
            {texts.lead(line.number, author, messages().history.moment(line.at))}
            {line.summary && <q dir="auto">{line.summary}</q>}
          </p>
        </header>
        {outcome.can ? <Ready outcome={outcome} /> : <Refused outcome={outcome} />}
        <RevertForm revisionId={line.id} offer={outcome.can ? outcome : null} idempotencyKey={randomUUID()} />
        <p className="case-back">
          <a href={undo.historyPath}>{texts.toHistory}</a> <a href={line.entry.path}>{texts.toEntry}</a>{' '}
          <a href={undo.editPath}>{texts.edit}</a>
        </p>
      </main>
    </WrittenAsHere>
  )
}

type Outcome<C extends boolean> = Extract<Undo['outcome'], { can: C }>

function Ready({ outcome }: { outcome: Outcome<true> }) {
  const { review } = messages()
  const texts = messages().review.revert
  const { diff, headNumber, restoresNumber } = outcome
  return (
    <>
      <p>{restoresNumber === null ? texts.part : texts.whole(restoresNumber)}</p>
      <DiffView diff={diff} before={review.live(headNumber)} after={review.proposed} />
    </>
  )
}

function Refused({ outcome: { message, conflicts } }: { outcome: Outcome<false> }) {
  return (
    <>
      {message && <p className="note is-refusal">{message}</p>}
      {conflicts.map((conflict) => (
        <ConflictTexts
          key={conflict.editPath}
          conflict={conflict}
          lead={messages().review.revert.conflictLead}
        />
      ))}
    </>
  )
}
