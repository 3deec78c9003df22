import type { OpenFact } from '@/lib/facts/card'
import type { SaidBy } from '@/lib/facts/checks/counted'
import type { Looked } from '@/lib/facts/evidence'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { lookOf } from '@/lib/standings/standing'
import { Checked } from './Checked'
import { LateLock } from './LateLock'
import { Sides } from './Sides'

const MOST_NAMES = 3

interface Props {
  card: OpenFact
  standing: NonNullable<OpenFact['standing']>
  /** Who says that one of its sources says so. */
  checked?: SaidBy | null
}

/** Its id on the page of a fact. */
export const EVIDENCE = 'evidence'

/**
 * What a standing means, which sources stand behind the fact, and what to do for who knows more. What is hidden stands on
 * the page of the fact in another place; where a badge opens (`components/elements/evidence.ts`), it is shown.
 */
export function Evidence({ card, standing, checked }: Props) {
  const { facts, talk } = messages()
  const { originals, reports } = card.evidence
  return (
    <div className="evidence" id={EVIDENCE}>
      <p className="means">{facts.standingMeans[standing]}</p>
      <dl hidden>
        <Looks label={facts.evidence.originals} looked={originals} />
        <Looks label={facts.evidence.reports} looked={reports} />
      </dl>
      {standing === 'superseded' && (
        <div hidden>
          <Sides sides={card.sides} />
        </div>
      )}
      {checked && <Checked says="says" by={checked} />}
      <Separate card={card} standing={standing} />
      {card.number > 0 && (
        <p className="acts">
          <a
            className={lookOf(standing) === 'sure' ? 'btn' : 'btn yes'}
            href={`${paths.editFact(card.number)}#citations-label`}
            rel="nofollow"
          >
            {facts.nextStep[standing]}
          </a>
          {card.citations.length > 0 && (
            <span hidden>
              <a className="btn" href={`${card.path}#citations`}>
                {facts.evidence.all}
              </a>
            </span>
          )}
          {card.talk && (
            <a
              className="btn"
              href={card.talk.startPath}
              rel="nofollow"
              aria-label={talk.discussOf(facts.numbered(card.number))}
            >
              {talk.discuss}
            </a>
          )}
          <LateLock fact={card.number} />
        </p>
      )}
    </div>
  )
}

/** How many sources are separate; or, where that would make a fact sure, that nobody knows. */
function Separate({ card, standing }: Props) {
  const { separate, notSeparate } = messages().facts.evidence
  const { originals, reports } = card.evidence
  if (card.independentCount > 1) return <p className="quiet">{separate(card.independentCount)}</p>
  if (originals.count + reports.count < 2 || lookOf(standing) === 'sure') return null
  return <p className="quiet">{notSeparate}</p>
}

function Looks({ label, looked }: { label: (count: number) => string; looked: Looked }) {
  const { evidence } = messages().facts
  if (looked.count === 0) return null
  return (
    <div>
      <dt>{label(looked.count)}</dt>
      <Names label={evidence.read} names={looked.read} />
      <Names label={evidence.unread} names={looked.unread} />
    </div>
  )
}

function Names({ label, names }: { label: string; names: readonly string[] }) {
  if (names.length === 0) return null
  const shown = names.slice(0, MOST_NAMES)
  return (
    <dd>
      <b>{label}</b> {messages().facts.evidence.names(shown, names.length - shown.length)}
    </dd>
  )
}
