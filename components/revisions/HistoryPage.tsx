import { Fragment } from 'react'
import { NoEntry } from '@/components/entries/NoEntry'
import { talkTab } from '@/components/entries/talk-tab'
import { Pager } from '@/components/ui/Pager'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { Tabs } from '@/components/ui/Tabs'
import { historyPath, talkPath } from '@/lib/entries/paths'
import { kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import type { AtHistory, History } from '@/lib/revisions/loaders'
import { paths } from '@/lib/routes'
import { CompareForm } from './CompareForm'
import '@/components/styles/history.css'

/** An entry's history, or why there is none to show. */
export function HistoryPage({ at }: { at: Exclude<AtHistory, { state: 'moved' }> }) {
  if (at.state !== 'found') return <NoEntry at={at} />
  return <Found history={at.history} />
}

function Found({ history }: { history: History }) {
  const { history: texts } = messages()
  const { entry, lines, headId, path } = history
  const kind = kindOf(entry.kind)
  return (
    <StaticHtml as="main" className="sheet history" id="text" data-entry={entry.id}>
      <span className="eyebrow">{texts.heading}</span>
      <h1 className={kind.isTitled ? 'title' : 'title sentence'} dir="auto">
        {entry.label}
      </h1>
      <Tabs
        label={texts.tabs.label}
        tabs={[
          { label: kind.texts().one, path: entry.path },
          talkTab(talkPath(entry)),
          { label: texts.tabs.history, path, isCurrent: true },
          { label: texts.tabs.edit, path: history.editPath, isAction: true },
        ]}
      />
      <MergeNotes history={history} />
      <p className="quiet">{texts.intro}</p>
      <p className="quiet" data-for="moderators">
        <a href={paths.hideVersions(entry.id)} rel="nofollow">
          {texts.hideVersions}
        </a>
      </p>
      <CompareForm lines={lines} headId={headId} />
      <Pager
        first={history.isFirst ? null : path}
        next={history.next === null ? null : historyPath(entry, { before: history.next })}
      />
    </StaticHtml>
  )
}

/** That it was merged into another, or that others were merged into it, whose versions are in histories of their own. */
function MergeNotes({ history: { merged, mergedInto } }: { history: History }) {
  const { merge } = messages().moderating
  return (
    <>
      {mergedInto && (
        <p className="note">
          {merge.gone} <a href={mergedInto.path}>{mergedInto.label}</a>
        </p>
      )}
      {merged.length > 0 && (
        <p>
          {merge.from}{' '}
          {merged.map(({ label, path }, at) => (
            <Fragment key={path}>
              {at > 0 && ', '}
              <a href={path}>{label}</a>
            </Fragment>
          ))}
        </p>
      )}
    </>
  )
}
