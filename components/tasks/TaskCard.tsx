import type { ReactNode } from 'react'
import { Answers, CheckClaim, CheckSource } from '@/components/facts/CheckParts'
import { Picture } from '@/components/pictures/Picture'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { Card } from '@/lib/tasks/cards'
import type { TasksPage } from '@/lib/tasks/loaders'
import { DeadTask } from './DeadTask'
import { PlaceTask } from './PlaceTask'
import { Sitting } from './Sitting'
import { Statement } from './Statement'

interface Props {
  card: Card
  page: TasksPage
}

/** One task: what it is about, its answers, and the way past it. */
export function TaskCard({ card, page }: Props) {
  const { checks } = messages()
  switch (card.kind) {
    case 'check':
      return (
        <Frame card={card} page={page} answers={<Answers />}>
          <input type="hidden" name="fact" value={card.check.fact.card.number} />
          <input type="hidden" name="citation" value={card.check.key} />
          <div className="pairing">
            <CheckClaim check={card.check} />
            <CheckSource check={card.check} />
          </div>
          <p className="quiet">{card.check.counts ? checks.beside : checks.besideLater}</p>
        </Frame>
      )
    case 'origin':
      return <OriginTask card={card} page={page} />
    case 'picture':
      return <PictureTask card={card} page={page} />
    case 'place':
      return (
        <Frame
          card={card}
          page={page}
          answers={'fact' in card && <Send words={messages().tasks.placing.submit} />}
        >
          <PlaceTask card={card} page={page} />
        </Frame>
      )
    case 'dead':
      return (
        <Frame
          card={card}
          page={page}
          answers={<Send words={messages().tasks.dead.submit} name="is" value="new" />}
        >
          <DeadTask dead={card.dead} />
        </Frame>
      )
    case 'wanted':
      return <WantedTask card={card} page={page} />
  }
}

/** The form of a card; skipping sends the same form, without its answer. */
function Frame({ card, page, children, answers }: Props & { children: ReactNode; answers: ReactNode }) {
  const { tasks } = messages()
  return (
    <form method="post" action={paths.doTask()} className="task">
      <Sitting page={page} />
      <input type="hidden" name="kind" value={card.kind} />
      <input type="hidden" name="subject" value={card.subject} />
      <input type="hidden" name="key" value={card.key} />
      {children}
      <div className="answerbar">
        {answers}
        <p className="under">
          <button type="submit" name="skip" value="1" formNoValidate className="btn" aria-keyshortcuts="s">
            {tasks.skip} <kbd>s</kbd>
          </button>
        </p>
      </div>
    </form>
  )
}

const Send = ({ words, ...rest }: { words: string; name?: string; value?: string }) => (
  <button type="submit" {...rest} className="btn yes task-send">
    {words}
  </button>
)

function OriginTask({ card, page }: { card: Extract<Card, { kind: 'origin' }>; page: TasksPage }) {
  const { origin } = messages().tasks
  return (
    <>
      <form method="get" action={paths.editFact(card.fact.card.number)} className="task-way">
        <Statement fact={card.fact} />
        <div className="field">
          <label htmlFor="where">{origin.field}</label>
          <input id="where" name="where" type="url" inputMode="url" required aria-describedby="where-hint" />
          <p className="hint" id="where-hint">
            {origin.hint}
          </p>
        </div>
        <input type="hidden" name="directness" value="original" />
        <input type="hidden" name="opened" value="yes" />
        <Send words={origin.submit} />
      </form>
      <Frame card={card} page={page} answers={null}>
        {null}
      </Frame>
    </>
  )
}

function PictureTask({ card, page }: { card: Extract<Card, { kind: 'picture' }>; page: TasksPage }) {
  const { picture } = messages().tasks
  const { file } = card
  return (
    <Frame card={card} page={page} answers={<Send words={picture.submit} />}>
      <input type="hidden" name="entry" value={file.number} />
      <input type="hidden" name="base" value={file.head.revisionNumber} />
      <div className="task-picture">
        {file.picture && <Picture picture={file.picture} sizes="(max-width: 46rem) 100vw, 40rem" isFirst />}
      </div>
      <p className="task-claim">{picture.ask}</p>
      <p className="quiet">{picture.hint}</p>
      <div className="field">
        <label htmlFor="words">{picture.field}</label>
        <textarea id="words" name="words" rows={3} maxLength={500} required aria-describedby="words-hint" />
        <p className="hint" id="words-hint" dir="auto">
          {picture.says(file.content.alternative)}
        </p>
      </div>
    </Frame>
  )
}

function WantedTask({ card, page }: { card: Extract<Card, { kind: 'wanted' }>; page: TasksPage }) {
  const { wanted } = messages().tasks
  const { title, links } = card.wanted
  return (
    <Frame
      card={card}
      page={page}
      answers={
        <a className="btn yes task-send" href={paths.editPage(title)}>
          {wanted.submit}
        </a>
      }
    >
      <p className="task-claim" dir="auto">
        {title}
      </p>
      <p className="quiet">{wanted.links(links)}</p>
      <p>{wanted.ask}</p>
    </Frame>
  )
}
