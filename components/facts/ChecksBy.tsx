import type { CheckBy } from '@/lib/facts/checks/by-account'
import { messages } from '@/lib/messages/messages'

/** What somebody said of sources, the last first; nothing where they said nothing. */
export function ChecksBy({ checks }: { checks: readonly CheckBy[] }) {
  if (checks.length === 0) return null
  const { dates, facts } = messages()
  const texts = messages().checks
  return (
    <section aria-labelledby="compared">
      <h2 className="eyebrow" id="compared">
        {texts.compared}
      </h2>
      <ul className="plain">
        {checks.map(({ id, label, number, path, verdict, at }) => (
          <li key={id}>
            <a href={path} dir="auto">
              {label ?? facts.numbered(number)}
            </a>{' '}
            <span className="quiet">
              {texts.verdict[verdict]} · {dates.dayInWords(at)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
