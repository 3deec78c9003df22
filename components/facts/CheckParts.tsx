import { RecordLine } from '@/components/citations/RecordLine'
import { Line } from '@/components/content/Line'
import { Provenance } from '@/components/content/Provenance'
import { StandingBadge } from '@/components/content/StandingBadge'
import { Icon, type IconName } from '@/components/ui/Icon'
import type { CheckView } from '@/lib/facts/checks/loaders'
import type { Verdict } from '@/lib/facts/checks/schema'
import { messages } from '@/lib/messages/messages'
import { CheckPassage } from './CheckPassage'

/** What the wiki says: the statement, how sure it is, where it stands, and who checked it. */
export function CheckClaim({ check: { fact } }: { check: CheckView }) {
  const { checks, facts } = messages()
  const { card, about, names } = fact
  return (
    <div>
      <span className="eyebrow">{checks.claim}</span>
      <p className="task-claim" dir="auto">
        <Line nodes={card.statement} shown={{ names }} />
      </p>
      <p className="task-said">
        {card.standing && <StandingBadge standing={card.standing} />}
        <a href={card.path}>{facts.numbered(card.number)}</a>
        {about.map(({ label, path }) => (
          <a key={path} href={path} dir="auto">
            {label}
          </a>
        ))}
      </p>
      <div className="task-from">
        <Provenance card={card} />
      </div>
    </div>
  )
}

/** The source, where to open it, and what is known of the place in it. */
export function CheckSource({ check }: { check: CheckView }) {
  const { citation, record, passage } = check
  const { checks, facts, language, sources } = messages()
  return (
    <div>
      <span className="eyebrow">{checks.source}</span>
      <p className="task-source">
        {record ? <RecordLine record={record} /> : sources.gone}
        {citation.locator && ` ${citation.locator}.`}
      </p>
      <p className="task-said">{facts.stance[citation.stance]}</p>
      {record?.url || record?.archiveUrl ? (
        <p className="task-open">
          {record.url && (
            <a className="btn" href={passage.link ?? record.url} rel="nofollow noopener" target="_blank">
              {checks.open} <span aria-hidden="true">{language.arrowOut}</span>
            </a>
          )}
          {record.archiveUrl && (
            <a className="btn" href={record.archiveUrl} rel="nofollow noopener" target="_blank">
              {checks.archived} <span aria-hidden="true">{language.arrowOut}</span>
            </a>
          )}
        </p>
      ) : (
        <p className="quiet">{checks.described}</p>
      )}
      <CheckPassage check={check} />
      <div className="field">
        <label htmlFor="place">{checks.place}</label>
        <input id="place" name="place" maxLength={300} autoComplete="off" aria-describedby="place-hint" />
        <p className="hint" id="place-hint">
          {checks.placeHint}
        </p>
      </div>
      <label className="task-owned">
        <input type="checkbox" name="owned" /> {checks.owned}
      </label>
    </div>
  )
}

const answers: { verdict: Verdict; icon: IconName; look: string }[] = [
  { verdict: 'says', icon: 'check', look: 'answer-yes' },
  { verdict: 'in_part', icon: 'half', look: 'answer-part' },
  { verdict: 'not', icon: 'cross', look: 'answer-no' },
]

/** Three answers, told apart by word, sign and place; each sends the form. */
export function Answers() {
  const { checks } = messages()
  return (
    <fieldset className="verdicts">
      <legend className="sr-only">{checks.answers}</legend>
      {answers.map(({ verdict, icon, look }, at) => (
        <button
          key={verdict}
          type="submit"
          name="verdict"
          value={verdict}
          className={look}
          aria-keyshortcuts={String(at + 1)}
        >
          <Icon of={icon} size={20} /> {checks.verdict[verdict]} <kbd>{at + 1}</kbd>
        </button>
      ))}
    </fieldset>
  )
}
