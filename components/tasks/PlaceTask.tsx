import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { Card } from '@/lib/tasks/cards'
import type { TasksPage } from '@/lib/tasks/loaders'
import { Statement } from './Statement'

interface Props {
  card: Extract<Card, { kind: 'place' }>
  page: TasksPage
}

/** From which place on a fact may be read; its words only to who says that they have seen everything. */
export function PlaceTask({ card, page: { kind, answered } }: Props) {
  const { placing } = messages().tasks
  if ('closed' in card) {
    const { number, about } = card.closed
    const open = paths.tasks({ of: kind ?? 'place', n: answered || null, open: number })
    return (
      <>
        <p className="task-claim">{placing.closed(number)}</p>
        {about.length > 0 && <p dir="auto">{placing.closedAbout(about.join(', '))}</p>}
        <p>
          <a className="btn yes task-send" href={open} rel="nofollow">
            {placing.open}
          </a>
        </p>
      </>
    )
  }
  const { fact, choices } = card
  return (
    <>
      <Statement fact={fact} />
      <input type="hidden" name="entry" value={fact.card.number} />
      <input type="hidden" name="base" value={fact.head.revisionNumber} />
      <fieldset className="task-choices">
        <legend>{placing.ask}</legend>
        {[{ id: 'none', label: placing.none }, ...choices].map(({ id, label }) => (
          <label key={id}>
            <input type="radio" name="place" value={id} required /> <span dir="auto">{label}</span>
          </label>
        ))}
      </fieldset>
    </>
  )
}
