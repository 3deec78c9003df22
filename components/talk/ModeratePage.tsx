import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { ModeratedComment } from '@/lib/talk/forms/loaders'
import { FormPage } from './FormPage'
import { DecideForms, LiftForm, WithholdForm } from './SmallForms'
import { Words } from './Words'

/** A comment as moderators see it: how it stands, what it says and said before, and what can be done with it. */
export function ModeratePage({ one }: { one: ModeratedComment }) {
  const { moderate: texts, form } = messages().talk
  const { moment } = messages().history
  const { comment, named, versions, thread, about, strengths, mayDecide } = one
  const isShown = comment.state === 'shown'
  const back = isShown
    ? { label: form.back, path: one.placePath }
    : { label: messages().talk.queue.title, path: paths.heldComments() }
  return (
    <FormPage heading={texts.title} intro={thread.subject ?? undefined} about={about} back={back}>
      <section className="answered">
        <p className="quiet">
          {comment.author && (
            <a href={paths.person(comment.author.id)}>
              <bdi>{comment.author.name}</bdi>
            </a>
          )}{' '}
          {moment(comment.createdAt)}. {comment.withheld === null && texts.state[comment.state]}
        </p>
        <Standing one={one} />
        {comment.words && <Words words={comment.words} named={named} />}
      </section>
      {mayDecide && <DecideForms commentId={comment.id} />}
      {versions.length > 0 && (
        <section aria-labelledby="before">
          <h2 id="before">{texts.before}</h2>
          {versions.map(({ words, replacedAt }) => (
            <div key={replacedAt.toISOString()} className="answered">
              <p className="quiet">{texts.until(moment(replacedAt))}</p>
              <Words words={words} named={named} />
            </div>
          ))}
        </section>
      )}
      {comment.withheld !== 'erased' && (
        <section aria-labelledby="withhold">
          <h2 id="withhold">{texts.hide}</h2>
          <p className="quiet">{texts.hideIntro}</p>
          <WithholdForm commentId={comment.id} strengths={strengths} />
        </section>
      )}
      {(comment.withheld === 'hidden' || comment.withheld === 'suppressed') && (
        <section aria-labelledby="lift">
          <h2 id="lift">{texts.lift}</h2>
          <LiftForm commentId={comment.id} />
        </section>
      )}
    </FormPage>
  )
}

function Standing({ one: { comment, withholding } }: { one: ModeratedComment }) {
  const texts = messages().talk.moderate
  const { withheld } = comment
  if (!withheld || !withholding?.withheldAt) return null
  const { withheldByName, withheldAt, withheldReason } = withholding
  return (
    <p className="note">
      {texts.withheldBy(withheld, withheldByName ?? '', messages().history.moment(withheldAt))}{' '}
      <q dir="auto">{withheldReason}</q>
    </p>
  )
}
