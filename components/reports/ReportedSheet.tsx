import { messages } from '@/lib/messages/messages'
import '@/components/styles/reports.css'

/** Thanks for a report of what is reported already, with the way back. */
export function ReportedSheet({ back }: { back: string }) {
  const texts = messages().reports.lateLock.already
  return (
    <main className="sheet report-sheet" id="text">
      <h1 className="title">{texts.title}</h1>
      <p className="intro">{texts.lead}</p>
      <p className="actions">
        <a className="btn" href={back}>
          {texts.back}
        </a>
      </p>
    </main>
  )
}
