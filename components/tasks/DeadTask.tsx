import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { DeadCard } from '@/lib/tasks/dead'

/** A source whose address does not answer: what rests on it, a copy that an archive offers, and where it is now. */
export function DeadTask({ dead: card }: { dead: DeadCard }) {
  const { dead } = messages().tasks
  const { facts } = messages()
  return (
    <>
      <input type="hidden" name="entry" value={card.number} />
      <input type="hidden" name="base" value={card.revisionNumber} />
      <p className="task-claim" dir="auto">
        <a href={paths.source(card.number)}>{card.label}</a>
      </p>
      <p className="quiet task-address">{card.url}</p>
      <p>{card.since ? dead.since(card.since) : dead.away}</p>
      <p className="task-said">
        {dead.rests(card.facts)}
        {card.named.map(({ number, path }) => (
          <a key={path} href={path}>
            {facts.numbered(number)}
          </a>
        ))}
      </p>
      {card.archiveUrl && (
        <>
          <input type="hidden" name="archived" value={card.archiveUrl} />
          <p className="task-open">
            {dead.offered} <a href={card.archiveUrl}>{card.archiveUrl}</a>
            <button type="submit" name="is" value="archived" formNoValidate className="btn yes">
              {dead.use}
            </button>
          </p>
        </>
      )}
      <div className="field">
        <label htmlFor="new">{dead.field}</label>
        <input id="new" name="new" type="url" inputMode="url" required aria-describedby="new-hint" />
        <p className="hint" id="new-hint">
          {dead.hint}
        </p>
      </div>
    </>
  )
}
