import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Pager'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { publicActs } from '@/lib/audit'
import { messages } from '@/lib/messages/messages'
import type { PublicLog } from '@/lib/public-log/loaders'
import { paths } from '@/lib/routes'
import { LogLines } from './LogLines'
import '@/components/styles/history.css'
import '@/components/styles/public-log.css'

/** The public log, or a filtered part of it. */
export function LogPage({ log }: { log: PublicLog }) {
  const { publicLog: texts } = messages()
  const { lines, act, of } = log
  const here = (before?: number) => paths.log({ act, of: of?.spelled, before })
  return (
    <StaticHtml as="main" className="sheet history" id="text">
      <h1 className="title">{texts.title}</h1>
      <p className="quiet">{texts.intro}</p>
      {of && (
        <p className="log-about">
          {texts.about} <a href={of.path ?? undefined}>{of.label}</a>.{' '}
          <a href={paths.log({ act })}>{texts.everything}</a>
        </p>
      )}
      <form className="log-choice" action={paths.log()} method="get">
        {of && <input type="hidden" name="of" value={of.spelled} />}
        <label htmlFor="log-act">{texts.act}</label>
        <select id="log-act" name="act" defaultValue={act ?? ''}>
          <option value="">{texts.everyAct}</option>
          {publicActs.map((known) => (
            <option key={known} value={known}>
              {texts.acts[known].name}
            </option>
          ))}
        </select>
        <button type="submit">{texts.apply}</button>
      </form>
      {lines.length > 0 ? <LogLines lines={lines} /> : <Empty>{texts.empty}</Empty>}
      <Pager first={log.isFirst ? null : here()} next={log.next === null ? null : here(log.next)} />
    </StaticHtml>
  )
}
