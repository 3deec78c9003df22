import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Pager'
import { messages } from '@/lib/messages/messages'
import type { LookUps } from '@/lib/moderation/networks/loaders'
import { paths } from '@/lib/routes'
import '@/components/styles/forms.css'
import '@/components/styles/history.css'

/** Every look-up of networks, for owners. */
export function LookUpsPage({ list }: { list: LookUps }) {
  const texts = messages().networks.lookUps
  return (
    <main className="sheet account-sheet" id="text">
      <a className="eyebrow" href={paths.moderation()}>
        {messages().reports.home.title}
      </a>
      <h1 className="title">{texts.title}</h1>
      <p className="intro">{texts.intro}</p>
      {list.shown.length === 0 && <Empty>{texts.empty}</Empty>}
      {list.shown.length > 0 && (
        <ul className="account-links">
          {list.shown.map(({ id, by, of, at, reason }) => (
            <li key={id}>
              <span>
                <a href={paths.person(by.id)} dir="auto">
                  {by.name}
                </a>{' '}
                {texts.looked}{' '}
                <a href={paths.person(of.id)} dir="auto">
                  {of.name}
                </a>
              </span>
              <span className="quiet" dir="auto">
                {messages().dates.moment(at)}: {reason}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Pager
        first={list.isFirst ? null : paths.lookUps()}
        next={list.next === null ? null : paths.lookUps({ before: list.next })}
      />
    </main>
  )
}
