import { StateBadge } from '@/components/submissions/StateBadge'
import { StaticHtml } from '@/components/ui/StaticHtml'
import type { OwnLook } from '@/lib/editing/own-look'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { lookOf } from './versions'
import '@/components/styles/facts.css'
import '@/components/styles/reading.css'
import '@/components/styles/saving.css'

/** What somebody sent, as it would read: for its author alone. Elements put it where it will stand. */
export function OwnLookSheet({ own: { submissionId, state, look } }: { own: OwnLook }) {
  const texts = messages().submissions.look
  const Look = lookOf(look.kind)
  return (
    <StaticHtml as="main" className="sheet" id="text">
      <p className="quiet">
        <a href={paths.submissions()}>{texts.back}</a>
      </p>
      <h1 className="title small">{texts.title}</h1>
      <section className="own-version" aria-label={texts.mark} data-own-version>
        <p className="own-mark">
          <b>{texts.mark}</b> <StateBadge state={state} isAuthor />{' '}
          <a href={paths.submission(submissionId)}>{texts.see[state]}</a>
        </p>
        <Look shown={look.shown} />
      </section>
    </StaticHtml>
  )
}
