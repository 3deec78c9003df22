import type { LogLine } from '@/lib/entries/acts'
import { messages } from '@/lib/messages/messages'
import '@/components/styles/public-log.css'

/** Public log entries, one per line: when, who did what to what, and why. */
export function LogLines({ lines }: { lines: LogLine[] }) {
  return (
    <ol className="log-lines">
      {lines.map((line) => (
        <li key={line.id}>
          <time dateTime={line.at.toISOString()}>{messages().history.moment(line.at)}</time>
          <p>
            <a href={line.actor.path}>
              <bdi>{line.actor.label}</bdi>
            </a>{' '}
            <Deed line={line} />
          </p>
          {line.reason && (
            <q className="summary" dir="auto">
              {line.reason}
            </q>
          )}
        </li>
      ))}
    </ol>
  )
}

function Deed({ line: { act, target, setting } }: { line: LogLine }) {
  const { did, alone, name } = messages().publicLog.acts[act]
  if (!target)
    return (
      <>
        {alone ?? name}
        {setting !== null && messages().publicLog.setting(setting)}
      </>
    )
  return (
    <>
      {did}{' '}
      {target.path === null ? (
        target.label
      ) : (
        <a href={target.path}>
          <bdi>{target.label}</bdi>
        </a>
      )}
    </>
  )
}
