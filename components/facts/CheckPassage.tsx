import type { CheckView } from '@/lib/facts/checks/loaders'
import { type Sentence, sentencesAround } from '@/lib/facts/checks/sentences'
import { messages } from '@/lib/messages/messages'

/** What stood around the cited words when the wiki looked, sentence by sentence; or why there is nothing. */
export function CheckPassage({ check: { passage, citation } }: { check: CheckView }) {
  const { checks } = messages()
  const sentences = passage.state === 'found' ? sentencesAround(passage) : []
  return (
    <>
      {sentences.length > 0 ? (
        <Passages sentences={sentences} />
      ) : (
        citation.quote && (
          <>
            <span className="eyebrow">{checks.quoted}</span>
            <p className="task-quote" dir="auto">
              <q>{citation.quote}</q>
            </p>
          </>
        )
      )}
      {sentences.length === 0 && (
        <p className="quiet">{passage.state === 'missing' ? checks.missing : checks.noWords}</p>
      )}
    </>
  )
}

/** One of them says it, or none. */
function Passages({ sentences }: { sentences: readonly Sentence[] }) {
  const { checks } = messages()
  return (
    <fieldset className="passage">
      <legend>
        <span className="eyebrow">{checks.around}</span>
        <span className="quiet">{checks.tap}</span>
      </legend>
      {sentences.map(({ text, isCited }) => (
        <label key={text} className={isCited ? undefined : 'is-beside'}>
          <input type="radio" name="passage" value={text} /> <span dir="auto">{text}</span>
        </label>
      ))}
    </fieldset>
  )
}
