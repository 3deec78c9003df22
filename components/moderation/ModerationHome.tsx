import { LogLines } from '@/components/public-log/LogLines'
import { messages } from '@/lib/messages/messages'
import type { ModerationHome as Home } from '@/lib/review/counts'
import { paths } from '@/lib/routes'
import '@/components/styles/forms.css'
import '@/components/styles/history.css'
import '@/components/styles/reports.css'

/** Waiting work for moderators, reports first, then the latest actions. */
export function ModerationHome({ home }: { home: Home }) {
  const texts = messages().reports.home
  const fields = messages().fields.overview
  const { open, urgent } = home.reports
  return (
    <main className="sheet history" id="text">
      <h1 className="title">{texts.title}</h1>
      <ul className="account-links">
        <li>
          <a href={paths.reports()}>{texts.reports}</a>
          <span className={urgent > 0 ? 'urgent' : 'quiet'}>{texts.open(open, urgent)}</span>
        </li>
        <li>
          <a href={paths.review()}>{texts.review}</a>
          <span className="quiet">{texts.toReview(home.waiting)}</span>
        </li>
        <li>
          <a href={paths.heldComments()}>{messages().talk.queue.title}</a>
          <span className="quiet">
            {messages().talk.queue.waiting(home.comments)}{' '}
            {home.ownWords > 0 && messages().ownWords.queue.waiting(home.ownWords)}
          </span>
        </li>
        <li>
          <a href={paths.appeals()}>{messages().safety.appeal.queue.title}</a>
          <span className="quiet">{messages().safety.appeal.queue.waiting(home.appeals)}</span>
        </li>
        <li>
          <a href={paths.log()}>{texts.log}</a>
          <span className="quiet">{texts.logHint}</span>
        </li>
        <li>
          <a href={paths.doubles()}>{messages().moderating.merge.doubles.title}</a>
          <span className="quiet">{messages().moderating.merge.doubles.hint}</span>
        </li>
        <li>
          <a href={paths.fields()}>{fields.title}</a>
          <span className="quiet">{fields.moderation}</span>
        </li>
        {home.mayReadLookUps && (
          <li>
            <a href={paths.lookUps()}>{messages().networks.lookUps.title}</a>
            <span className="quiet">{messages().networks.lookUps.hint}</span>
          </li>
        )}
        {home.maySet && (
          <li>
            <a href={paths.settings()}>{messages().wiki.settings.title}</a>
            <span className="quiet">{messages().wiki.settings.moderation}</span>
          </li>
        )}
      </ul>
      {home.latest.length > 0 && (
        <section aria-labelledby="latest">
          <h2 className="eyebrow" id="latest">
            {texts.latest}
          </h2>
          <LogLines lines={home.latest} />
        </section>
      )}
    </main>
  )
}
