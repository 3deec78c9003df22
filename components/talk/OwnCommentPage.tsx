import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { OwnComment } from '@/lib/talk/forms/loaders'
import { calledThread } from '@/lib/talk/gate'
import { FormPage } from './FormPage'
import { WithdrawForm } from './SmallForms'
import { Words } from './Words'

/** One's own comment that others do not see: how it stands, the words, and what can be done. */
export function OwnCommentPage({ own }: { own: OwnComment }) {
  const { own: texts, form } = messages().talk
  const { comment, named, thread, about, decision, minutes, mayWithdraw } = own
  const back = thread.isShown
    ? { label: form.back, path: paths.thread(thread.id) }
    : { label: form.backToTalk, path: about.talkPath }
  return (
    <FormPage heading={texts.title} intro={texts.inThread(calledThread(thread))} about={about} back={back}>
      <section className="cm-own">
        <State own={own} />
        {decision && (
          <p className="decision" dir="auto">
            {decision.reason}
          </p>
        )}
        {comment.words && <Words words={comment.words} named={named} />}
        {(minutes > 0 || mayWithdraw) && (
          <div className="acts-on-comment">
            {minutes > 0 && (
              <a className="btn" href={paths.editComment(comment.id)}>
                {texts.edit(minutes)}
              </a>
            )}
            {mayWithdraw && <WithdrawForm commentId={comment.id} />}
          </div>
        )}
      </section>
      {comment.state === 'declined' && thread.isShown && <p className="quiet">{texts.declinedNext}</p>}
    </FormPage>
  )
}

function State({ own: { comment, decision } }: { own: OwnComment }) {
  const texts = messages().talk.own
  const { moment } = messages().history
  const [word, hint] =
    comment.state === 'held'
      ? [texts.held, texts.heldHint]
      : comment.state === 'withdrawn'
        ? [texts.withdrawn, texts.withdrawnHint]
        : [texts.declined, decision ? texts.declinedBy(moment(decision.at)) : '']
  return (
    <p className={comment.state === 'declined' ? 'own-state is-declined' : 'own-state'}>
      <b>{word}</b> <span>{hint}</span>
    </p>
  )
}
