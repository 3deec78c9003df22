import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Pager'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { Happening, Timeline } from '@/lib/timeline/loaders'
import { WaySheet } from './WaySheet'
import '@/components/styles/timeline.css'

/** What happened when, year by year: a dot, a bar or a dashed ring draws what is known of each date. */
export function TimelineSheet({ timeline }: { timeline: Timeline }) {
  const texts = messages().ways.timeline
  const { of, groups, isFirst, next } = timeline
  return (
    <WaySheet title={texts.title} lead={texts.lead}>
      <Choices timeline={timeline} />
      {timeline.years.length > 1 && <Years timeline={timeline} />}
      {groups.length > 0 && <Key />}
      {groups.length === 0 && (
        <Empty
          action={
            isFirst
              ? { label: texts.add, path: paths.newFact() }
              : { label: messages().frame.first, path: paths.timeline({ of }) }
          }
        >
          {isFirst ? texts.none : texts.noneLater}
        </Empty>
      )}
      {groups.map(({ year, happenings }) => (
        <section key={year} className="year" aria-labelledby={`year-${year}`}>
          <h2 id={`year-${year}`}>{year}</h2>
          <ol>
            {happenings.map((one) => (
              <Item key={one.key} happening={one} />
            ))}
          </ol>
        </section>
      ))}
      <Pager
        first={isFirst ? null : paths.timeline({ of })}
        next={next === null ? null : paths.timeline({ of, after: next })}
      />
    </WaySheet>
  )
}

function Choices({ timeline: { choices, of } }: { timeline: Timeline }) {
  const texts = messages().ways.timeline
  return (
    <nav className="chips" aria-label={texts.filter}>
      {[{ of: null, label: texts.all }, ...choices].map((choice) => (
        <a
          key={choice.of}
          className="chip"
          href={paths.timeline({ of: choice.of })}
          aria-current={choice.of === of ? 'true' : undefined}
        >
          {choice.label ?? texts.facts}
        </a>
      ))}
    </nav>
  )
}

function Years({ timeline: { years, of, groups } }: { timeline: Timeline }) {
  return (
    <nav className="jumps" aria-label={messages().ways.timeline.years}>
      {years.map((year) => (
        <a
          key={year}
          href={paths.timeline({ of, from: String(year).padStart(4, '0') })}
          aria-current={year === groups[0]?.year ? 'true' : undefined}
        >
          {year}
        </a>
      ))}
    </nav>
  )
}

/** What the signs mean. */
function Key() {
  const texts = messages().ways.timeline
  return (
    <ul className="key" aria-label={texts.key}>
      {(['day', 'span', 'about'] as const).map((shape) => (
        <li key={shape}>
          <i className={shape} aria-hidden="true" />
          {texts.shapes[shape]}
        </li>
      ))}
    </ul>
  )
}

function Item({ happening: one }: { happening: Happening }) {
  const texts = messages().ways.timeline
  const { days } = messages().fields.understood
  return (
    <li className={one.shape}>
      <span className="when">{days(one.firstDay, one.lastDay, one.isApproximate)}</span>
      <span className="quiet">{one.field ?? texts.said}</span>
      <ul className="what">
        {one.entries.map(({ label, path }) => (
          <li key={path}>
            <a href={path} dir="auto">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </li>
  )
}
