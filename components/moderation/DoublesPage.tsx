import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Pager'
import { messages } from '@/lib/messages/messages'
import type { Doubles } from '@/lib/moderation/merging/doubles'
import { paths } from '@/lib/routes'
import '@/components/styles/forms.css'
import '@/components/styles/history.css'

/** Pairs of sources that may be one, each with the way to merging them. */
export function DoublesPage({ list }: { list: Doubles }) {
  const { doubles: texts } = messages().moderating.merge
  return (
    <main className="sheet account-sheet" id="text">
      <a className="eyebrow" href={paths.moderation()}>
        {messages().reports.home.title}
      </a>
      <h1 className="title">{texts.title}</h1>
      <p className="intro">{texts.intro}</p>
      {list.doubles.length === 0 && <Empty>{list.next === null ? texts.none : texts.noneHere}</Empty>}
      {list.doubles.length > 0 && (
        <ul className="account-links">
          {list.doubles.map(({ newer, older }) => (
            <li key={newer.id}>
              <span>
                <a href={newer.path} dir="auto">
                  {newer.label}
                </a>{' '}
                {texts.and}{' '}
                <a href={older.path} dir="auto">
                  {older.label}
                </a>
              </span>
              <a href={paths.mergeEntry(newer.id, { intoSource: older.id })}>{texts.compare}</a>
            </li>
          ))}
        </ul>
      )}
      <Pager
        first={list.isFirst ? null : paths.doubles()}
        next={list.next === null ? null : paths.doubles({ before: list.next })}
      />
    </main>
  )
}
