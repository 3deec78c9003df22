import { randomUUID } from 'node:crypto'
import { DiffView } from '@/components/diff/DiffView'
import { SuggestField } from '@/components/editor/suggest/SuggestField'
import { kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import type { MergePage, Other } from '@/lib/moderation/merging/loaders'
import { paths } from '@/lib/routes'
import { ActSheet } from './ActSheet'
import { MergeForm } from './MergeForm'
import '@/components/styles/review.css'

/** Merging an entry into another: first which one stays, then what that gets, and the button. */
export function MergeSheet({ page }: { page: MergePage }) {
  const texts = messages().moderating.merge
  const { entry, other } = page
  if (!kindOf(entry.kind).joined)
    return (
      <ActSheet entry={entry} heading={texts.heading} intro={texts.notThis}>
        {null}
      </ActSheet>
    )
  return (
    <ActSheet entry={entry} heading={texts.heading} intro={texts.intro} isForLiving>
      {other ? <Compared entryId={entry.id} other={other} /> : <ChooseOther page={page} />}
    </ActSheet>
  )
}

function ChooseOther({ page: { entry, into, problem, likely } }: { page: MergePage }) {
  const texts = messages().moderating.merge
  return (
    <>
      <form method="get" action={paths.mergeEntry(entry.id)} className="form">
        <SuggestField
          name="into"
          kind={entry.kind}
          label={texts.into}
          hint={texts.intoHint}
          value={into}
          chosen=""
          problem={problem ?? undefined}
        />
        <button className="btn yes" type="submit">
          {texts.look}
        </button>
      </form>
      {likely.length > 0 && (
        <section>
          <h2>{texts.likely}</h2>
          <ul className="account-links">
            {likely.map(({ id, label, detail }) => (
              <li key={id}>
                <a href={paths.mergeEntry(entry.id, { intoSource: id })} dir="auto">
                  {label}
                </a>
                <span className="quiet">{detail}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Compared({ entryId, other }: { entryId: number; other: Other }) {
  const texts = messages().moderating.merge
  return (
    <>
      <p>
        <span className="eyebrow">{texts.other}</span>
        <br />
        <a href={other.path} dir="auto">
          {other.label}
        </a>{' '}
        · <a href={paths.mergeEntry(entryId)}>{texts.another}</a>
      </p>
      <h2>{texts.gets}</h2>
      {other.gets ? (
        <DiffView diff={other.gets} before={texts.now} after={texts.later} />
      ) : (
        <p className="quiet">{texts.getsNothing}</p>
      )}
      <MergeForm entryId={entryId} intoId={other.id} idempotencyKey={randomUUID()} />
    </>
  )
}
