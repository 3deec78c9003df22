import { randomUUID } from 'node:crypto'
import { messages } from '@/lib/messages/messages'
import { roundAnchorOf } from '@/lib/review/round-anchor'
import { paths } from '@/lib/routes'
import type { Conversation as Said } from '@/lib/talk/conversation/conversation'
import { CONVERSATION, saidPath } from '@/lib/talk/place'
import { Comment } from './Comment'
import { CommentForm } from './CommentForm'
import '@/components/styles/facts.css'
import '@/components/styles/saving.css'
import '@/components/styles/talk.css'

/** What the author of a submission and those who look at it write to each other, and the form to go on. */
export function Conversation({ said }: { said: Said }) {
  const texts = messages().talk.conversation
  const { submissionId, comments, named, writer, whyNot, editable, rounds } = said
  const side = said.isAuthor ? 'author' : 'reviewer'
  return (
    <section className="conversation" id={CONVERSATION} aria-labelledby="conversation-heading">
      <h2 id="conversation-heading" className="eyebrow">
        {texts.heading}
      </h2>
      <p className="quiet">{texts.intro[side]}</p>
      <Parts said={said} isAbove />
      {comments.length === 0 && <p>{texts.empty[side]}</p>}
      {comments.map((comment) => (
        <Comment
          key={comment.id}
          comment={comment}
          named={named}
          path={saidPath(submissionId, comment.number)}
          acts={
            <>
              <OfRound round={rounds.get(comment.number)} />
              <Edit id={comment.id} minutes={editable.get(comment.id) ?? 0} />
            </>
          }
        />
      ))}
      <Parts said={said} />
      {whyNot && <p className="note">{whyNot}</p>}
      {writer && (
        <CommentForm
          to={{ submissionId }}
          writer={writer}
          idempotencyKey={randomUUID()}
          words=""
          label={texts.words[side]}
          outcome={texts.outcome[side]}
        />
      )}
    </section>
  )
}

/** For who decides: that something was written, above what is proposed. */
export function ToConversation({ said: { count } }: { said: Said }) {
  if (count === 0) return null
  return (
    <p className="to-conversation">
      <a href={`#${CONVERSATION}`}>
        {messages().talk.conversation.heading} · {messages().talk.comments(count)}
      </a>
    </p>
  )
}

/** Which version of the submission was there when a comment was written; nothing while there is one. */
export function OfRound({ round, path = '' }: { round: number | undefined; path?: string }) {
  if (round === undefined) return null
  return <a href={`${path}#${roundAnchorOf(round)}`}>{messages().talk.conversation.aboutVersion(round)}</a>
}

function Edit({ id, minutes }: { id: number; minutes: number }) {
  if (minutes === 0) return null
  return <a href={paths.editComment(id)}>{messages().talk.own.edit(minutes)}</a>
}

function Parts({ said: { older, newer }, isAbove = false }: { said: Said; isAbove?: boolean }) {
  const texts = messages().talk.conversation
  const to = isAbove ? older : newer
  if (!to) return null
  return (
    <nav className="pager" aria-label={texts.pages}>
      <a className="btn" href={to} rel={isAbove ? 'prev' : 'next'}>
        {isAbove ? texts.earlier : texts.later}
      </a>
    </nav>
  )
}
