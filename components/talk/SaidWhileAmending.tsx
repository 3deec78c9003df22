import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { Conversation } from '@/lib/talk/conversation/conversation'
import { CONVERSATION, saidPath } from '@/lib/talk/place'
import { Comment } from './Comment'
import { OfRound } from './Conversation'
import '@/components/styles/facts.css'
import '@/components/styles/talk.css'

/** So many comments stand beside a form; the others are where one can answer. */
const MOST_SHOWN = 3

/** What was last written about a submission, beside the form that amends it; null where nothing was. */
export function saidWhileAmending(said: Conversation) {
  const texts = messages().talk
  const { submissionId, comments, named, count, rounds } = said
  if (comments.length === 0) return null
  return {
    count: `${texts.conversation.heading} · ${texts.comments(count)}`,
    comments: (
      <>
        {comments.slice(-MOST_SHOWN).map((comment) => (
          <Comment
            key={comment.id}
            comment={comment}
            named={named}
            path={saidPath(submissionId, comment.number)}
            acts={<OfRound round={rounds.get(comment.number)} path={paths.submission(submissionId)} />}
          />
        ))}
        <p>
          <a href={`${paths.submission(submissionId)}#${CONVERSATION}`}>{texts.conversation.all}</a>
        </p>
      </>
    ),
  }
}
