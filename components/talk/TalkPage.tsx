import { NoEntry } from '@/components/entries/NoEntry'
import { talkTab } from '@/components/entries/talk-tab'
import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Pager'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { Tabs } from '@/components/ui/Tabs'
import { entryPath, historyPath, talkPath } from '@/lib/entries/paths'
import { kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { calledThread } from '@/lib/talk/gate'
import type { AtTalk, Listing, Talk, ThreadRow } from '@/lib/talk/loaders'
import { SettledMark } from './SettledMark'
import '@/components/styles/lists.css'
import '@/components/styles/talk.css'

/** The threads about an entry, or why there are none to show. */
export function TalkPage({ at }: { at: Exclude<AtTalk, { state: 'moved' }> }) {
  if (at.state !== 'found') return <NoEntry at={at} />
  return <Found talk={at.talk} />
}

function Found({ talk }: { talk: Talk }) {
  const { talk: texts, aboutEntry, history } = messages()
  const { entry, threads, open, settled, show, next, isFirst } = talk
  const { isTitled, texts: kindTexts } = kindOf(entry.kind)
  return (
    <StaticHtml as="main" className="sheet talk" id="text" data-entry={entry.id}>
      <span className="eyebrow">{texts.heading}</span>
      <h1 className={isTitled ? 'title' : 'title sentence'} dir="auto">
        {entry.label}
      </h1>
      <Tabs
        label={aboutEntry.tabs}
        tabs={[
          { label: kindTexts().one, path: entryPath(entry) },
          { ...talkTab(talkPath(entry), open), isCurrent: true },
          { label: history.tabs.history, path: historyPath(entry) },
          { label: texts.start, path: paths.newThread({ entry: entry.id }), isAction: true },
        ]}
      />
      {open + settled > 0 && <Choice talk={talk} />}
      <div data-own-held data-about={entry.id} />
      {threads.length > 0 ? (
        <ol className="threads plain">
          {threads.map((thread) => (
            <Line key={thread.id} thread={thread} />
          ))}
        </ol>
      ) : (
        <Nothing talk={talk} />
      )}
      <Pager
        first={isFirst ? null : talkPath(entry, { show })}
        next={next === null ? null : talkPath(entry, { after: next, show })}
      />
      <p className="thread-acts">
        <a href={paths.feed(`talk-${entry.id}.atom`)}>{texts.feed.link}</a>
      </p>
    </StaticHtml>
  )
}

function Choice({ talk: { entry, open, settled, show } }: { talk: Talk }) {
  const texts = messages().talk
  const { all, open: isOpen, settled: isSettled, label } = texts.show
  const choices: [Listing, string][] = [
    [null, texts.shown(all, open + settled)],
    ['open', texts.shown(isOpen, open)],
    ['settled', texts.shown(isSettled, settled)],
  ]
  return (
    <nav aria-label={label}>
      <ul className="chips plain">
        {choices.map(([one, words]) => (
          <li key={words}>
            <a
              className="chip"
              href={talkPath(entry, { show: one })}
              aria-current={one === show ? 'page' : undefined}
            >
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Line({ thread }: { thread: ThreadRow }) {
  const texts = messages().talk
  const { moment } = messages().history
  const { id, startedByName, createdAt, comments, lastAt, lastByName, isOpen, outcome } = thread
  const started =
    startedByName === null
      ? texts.startedHidden(moment(createdAt))
      : texts.startedBy(startedByName, moment(createdAt))
  const last =
    lastByName === null ? texts.lastHidden(moment(lastAt)) : texts.lastBy(lastByName, moment(lastAt))
  return (
    <li className={isOpen ? undefined : 'is-settled'}>
      <a href={paths.thread(id)} dir="auto">
        {calledThread(thread)}
      </a>
      {!isOpen && (
        <p className="outcome">
          <SettledMark /> <span dir="auto">{outcome || texts.thread.noOutcome}</span>
        </p>
      )}
      <p className="quiet">
        <span>{started}</span> <span>{texts.replies(comments - 1)}</span>{' '}
        {comments > 1 && <span>{last}</span>}
      </p>
    </li>
  )
}

function Nothing({ talk: { entry, open, settled, show } }: { talk: Talk }) {
  const texts = messages().talk
  if (show === 'open' && settled > 0) return <Empty>{texts.emptyOpen}</Empty>
  if (show === 'settled' && open > 0) return <Empty>{texts.emptySettled}</Empty>
  const start = { label: texts.emptyStart, path: paths.newThread({ entry: entry.id }) }
  return <Empty action={start}>{texts.empty}</Empty>
}
