import { messages } from '@/lib/messages/messages'
import type { LookUp } from './use-look-up'

/** Says what came of looking something up: what is here already, what was read, or why it was not. */
export function LookUpNote({ found: { isAsking, answer } }: { found: LookUp }) {
  const texts = messages().editing.citation.lookUp
  const known = answer?.known
  return (
    <div role="status" className="look-up">
      {isAsking && <p className="quiet is-asking">{texts.asking}</p>}
      {known && (
        <p className="is-known">
          <strong>{texts.known(known.number)}</strong> <a href={known.path}>{known.label}</a>{' '}
          <span className="quiet">{texts.uses(known.uses)}</span>
        </p>
      )}
      {answer && !known && answer.isFilled && (
        <p>
          <strong>{texts.filled}</strong> {texts.correct}
        </p>
      )}
      {answer?.problem && !known && <p className="quiet">{answer.problem}</p>}
      {answer?.locator && <p className="quiet">{texts.startsAt(answer.locator)}</p>}
    </div>
  )
}
