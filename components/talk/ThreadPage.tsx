import { NoEntry } from '@/components/entries/NoEntry'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { talkPath } from '@/lib/entries/paths'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { CommentView, Named } from '@/lib/talk/comment-view'
import { calledThread } from '@/lib/talk/gate'
import { placePath } from '@/lib/talk/place'
import type { AtThread, ThreadView } from '@/lib/talk/thread-loader'
import { Comment } from './Comment'
import { SettledMark } from './SettledMark'
import '@/components/styles/entry-tools.css'
import '@/components/styles/facts.css'
import '@/components/styles/talk.css'

/** A thread, or why it is not shown. */
export function ThreadPage({ at }: { at: Exclude<AtThread, { state: 'moved' }> }) {
  if (at.state !== 'found') return <NoEntry at={at} />
  return <Found view={at.view} />
}

function Found({ view }: { view: ThreadView }) {
  const texts = messages().talk
  const { moment } = messages().history
  const { thread, entry, comments, named, from } = view
  const isFirst = from === 1
  const [first, ...rest] = comments
  const answers = isFirst && first?.number === 1 ? rest : comments
  const started = moment(thread.createdAt)
  return (
    <StaticHtml as="main" className="sheet talk" id="text">
      <a className="eyebrow" href={talkPath(entry)}>
        {texts.thread.eyebrow(entry.label)}
      </a>
      <h1 className="title small" dir="auto">
        {calledThread(thread)}
      </h1>
      <p className="thread-meta quiet">
        <span>
          {thread.startedByName === null
            ? texts.startedHidden(started)
            : texts.startedBy(thread.startedByName, started)}
        </span>
        <span>{texts.comments(thread.comments)}</span>
        <a href={talkPath(entry)}>{texts.thread.toList}</a>
      </p>
      {!thread.isOpen && <Settled view={view} />}
      <Parts view={view} isAbove />
      {isFirst && first?.number === 1 && <InThread comment={first} named={named} threadId={thread.id} />}
      {answers.length > 0 && (
        <div className={isFirst ? 'answers' : undefined}>
          {answers.map((comment) => (
            <InThread key={comment.id} comment={comment} named={named} threadId={thread.id} />
          ))}
        </div>
      )}
      {comments.length === 0 && <p className="quiet">{texts.thread.noneHere}</p>}
      <div data-own-held data-thread={thread.id} />
      <Parts view={view} />
      <a className="composer-link" href={paths.reply(thread.id)} rel="nofollow">
        <b>{texts.thread.reply}</b>
        <span className="quiet">{thread.isOpen ? texts.thread.replyHint : texts.thread.settledHint}</span>
      </a>
      <p className="thread-acts">
        <span>
          <a href={paths.watchThread(thread.id)} rel="nofollow" data-watch={`thread ${thread.id}`}>
            {messages().watching.thread}
          </a>
        </span>
        <a href={paths.settleThread(thread.id)} rel="nofollow" data-for="writers">
          {thread.isOpen ? texts.thread.settle : texts.thread.reopen}
        </a>
      </p>
    </StaticHtml>
  )
}

interface InThreadProps {
  comment: CommentView
  named: Named
  threadId: number
}

/** A comment in its thread, where it can be answered and quoted. */
function InThread({ comment, named, threadId }: InThreadProps) {
  const texts = messages().talk.comment
  const { id, number, author } = comment
  return (
    <Comment
      comment={comment}
      named={named}
      path={placePath(threadId, number)}
      acts={
        author && (
          <>
            <a
              href={paths.reply(threadId, { to: id })}
              rel="nofollow"
              aria-label={texts.replyTo(author.name)}
            >
              {texts.reply}
            </a>
            <a
              href={paths.reply(threadId, { to: id, quote: 1 })}
              rel="nofollow"
              aria-label={texts.quoteOf(author.name)}
            >
              {texts.quote}
            </a>
            <a className="for-author" href={paths.editComment(id)} rel="nofollow">
              {texts.edit}
            </a>
          </>
        )
      }
    />
  )
}

function Settled({ view: { thread } }: { view: ThreadView }) {
  const texts = messages().talk.thread
  const { moment } = messages().history
  return (
    <section className="settled-note">
      <SettledMark />
      <p dir="auto">{thread.outcome || texts.noOutcome}</p>
      {thread.closedAt && thread.closedByName !== null && (
        <p className="quiet">{texts.settledBy(thread.closedByName, moment(thread.closedAt))}</p>
      )}
    </section>
  )
}

/** The parts of a long thread: where the reader is, and the ways to the others. */
function Parts({ view, isAbove = false }: { view: ThreadView; isAbove?: boolean }) {
  const texts = messages().talk.thread
  const { from, to, older, newer, newest } = view
  if (!older && !newer) return null
  if (isAbove && !older) return null
  return (
    <nav className="pager" aria-label={texts.pages}>
      <span className="quiet">{texts.part(from, to)}</span>
      {older && (
        <a href={older} rel="prev">
          {texts.older}
        </a>
      )}
      {newer && (
        <a className="btn" href={newer} rel="next">
          {texts.newer}
        </a>
      )}
      {newest && <a href={newest}>{texts.newest}</a>}
    </nav>
  )
}
