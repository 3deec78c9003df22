import { Fragment } from 'react'
import { editPath, historyPath } from '@/lib/entries/paths'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { HidingPage } from '@/lib/withholding/loaders'

/** Searches every version for words, and says in which versions they are. */
export function FindWords({ page: { entry, words, found } }: { page: HidingPage }) {
  const texts = messages().withholding.find
  return (
    <section className="standing-act" aria-labelledby="find-words">
      <h2 id="find-words">{texts.heading}</h2>
      <form className="form" method="get">
        <div className="field">
          <label htmlFor="words">{texts.label}</label>
          <input
            id="words"
            name="words"
            defaultValue={words}
            maxLength={300}
            autoComplete="off"
            aria-describedby="words-hint"
          />
          <p className="hint" id="words-hint">
            {texts.hint}
          </p>
        </div>
        <button className="btn" type="submit">
          {texts.submit}
        </button>
      </form>
      {found && (
        <div className="note" role="status">
          {found.range ? (
            <p>
              {texts.range(found.range.from, found.range.to, found.range.count)}{' '}
              {found.isInHead ? texts.inHead : texts.clean}
            </p>
          ) : (
            <p>{texts.noClient}</p>
          )}
          {found.summaries.length > 0 && <p>{texts.inSummary(found.summaries)}</p>}
          {found.comments.length > 0 && (
            <p className="ways">
              {texts.inComments(found.comments.length)}{' '}
              {found.comments.map(({ id, number, threadId }) => (
                <Fragment key={id}>
                  <a href={paths.moderateComment(id)}>{texts.comment(number, threadId)}</a>{' '}
                </Fragment>
              ))}
            </p>
          )}
          {found.isInHead && (
            <p className="ways">
              <a href={editPath(entry)}>{texts.edit}</a> <a href={historyPath(entry)}>{texts.history}</a>{' '}
              {entry.headNumber === 1 && <a href={paths.deleteEntry(entry.id)}>{texts.delete}</a>}
            </p>
          )}
        </div>
      )}
    </section>
  )
}
