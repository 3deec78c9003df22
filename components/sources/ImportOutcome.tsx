import { sentenceOf } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { Imported } from '@/lib/sources/importing/import-sources'

/** The most lines that are shown of each list. */
const MOST_SHOWN = 100

/** What became of the entries so far: how many were added, which were here already, and which cannot be read. */
export function ImportOutcome({ outcome }: { outcome: Imported }) {
  const { importing: texts } = messages()
  const { added, submissionId, known, broken } = outcome
  return (
    <>
      {added > 0 && (
        <p>
          <strong>{submissionId === null ? texts.added(added) : texts.waiting(added)}</strong>{' '}
          {submissionId === null ? (
            <a href={paths.sources()}>{texts.toSources}</a>
          ) : (
            <a href={paths.submission(submissionId)}>{texts.toSubmission}</a>
          )}
        </p>
      )}
      {broken.length > 0 && (
        <section>
          <h2>{texts.broken(broken.length)}</h2>
          <ul>
            {broken.slice(0, MOST_SHOWN).map(({ line, words, why }) => (
              <li key={line}>
                {texts.line(line)}: <code dir="auto">{words}</code> {sentenceOf(why)}
              </li>
            ))}
          </ul>
          <More than={broken.length} />
        </section>
      )}
      {known.length > 0 && (
        <section>
          <h2>{texts.known(known.length)}</h2>
          <ul>
            {known.slice(0, MOST_SHOWN).map(({ line, label, path }) => (
              <li key={line}>
                {texts.line(line)}:{' '}
                {path === null ? (
                  texts.twice(label)
                ) : (
                  <a href={path} dir="auto">
                    {label}
                  </a>
                )}
              </li>
            ))}
          </ul>
          <More than={known.length} />
        </section>
      )}
    </>
  )
}

function More({ than }: { than: number }) {
  const rest = than - MOST_SHOWN
  return rest > 0 && <p className="quiet">{messages().importing.more(rest)}</p>
}
