import type { ReactNode } from 'react'
import { Lock } from '@/components/content/Lock'
import { Icon } from '@/components/ui/Icon'
import { messages } from '@/lib/messages/messages'
import type { LockView } from '@/lib/places/lock'
import { paths } from '@/lib/routes'
import type { CommentView, Named } from '@/lib/talk/comment-view'
import { anchorOf } from '@/lib/talk/place'
import { initialsOf } from '@/lib/text/initials'
import { Words } from './Words'

interface Props {
  comment: CommentView
  named: Named
  /** Its own address. */
  path: string
  /** What its readers can do where it stands. */
  acts?: ReactNode
}

/** A comment where it stands: who, when, the words, and what can be done with it. */
export function Comment({ comment, named, path, acts }: Props) {
  const texts = messages().talk.comment
  const { id, number, words, author, lock } = comment
  if (lock && author) return <Closed comment={comment} lock={lock} path={path} />
  if (words === null || author === null) return <Withheld comment={comment} path={path} />
  return (
    <article className="cm" id={anchorOf(number)} data-author={author.id}>
      <span className="face" aria-hidden="true">
        {initialsOf(author.name)}
      </span>
      <div>
        <Header comment={comment} path={path} />
        {comment.tellsUpTo !== null && <p className="quiet">{texts.tellsUpTo(comment.tellsUpTo)}</p>}
        <Words words={words} named={named} />
        <p className="does">
          {acts}
          <Report id={id} name={author.name} />
          <a
            className="for-others"
            href={paths.mutePerson(author.id)}
            rel="nofollow"
            aria-label={messages().safety.mute.linkOf(author.name)}
          >
            {messages().safety.mute.link}
          </a>
          <Moderate id={id} />
        </p>
      </div>
    </article>
  )
}

function Header({ comment, path }: Pick<Props, 'comment' | 'path'>) {
  return (
    <header>
      {comment.author && (
        <a href={paths.person(comment.author.id)}>
          <bdi>{comment.author.name}</bdi>
        </a>
      )}{' '}
      <When comment={comment} path={path} />
      <Answers comment={comment} />
    </header>
  )
}

/** What tells of more than who reads has seen: a lock stands in the place of its words. */
function Closed({ comment, lock, path }: Pick<Props, 'comment' | 'path'> & { lock: LockView }) {
  const { id, number, author } = comment
  return (
    <article className="cm" data-author={author?.id}>
      <span className="face" aria-hidden="true">
        {initialsOf(author?.name ?? '')}
      </span>
      <div>
        <Header comment={comment} path={path} />
        <Lock lock={lock} anchor={anchorOf(number)} />
        <p className="does">
          <Report id={id} name={author?.name ?? ''} />
          <Moderate id={id} />
        </p>
      </div>
    </article>
  )
}

function Report({ id, name }: { id: number; name: string }) {
  const texts = messages().talk.comment
  return (
    <a
      className="for-others"
      href={paths.fileReport({ comment: id })}
      rel="nofollow"
      aria-label={texts.reportOf(name)}
    >
      {texts.report}
    </a>
  )
}

function whyWithheld({ withheld, checkedUntil }: CommentView): string {
  const texts = messages().talk.comment
  if (withheld === null && checkedUntil) return messages().reports.checked.here
  return withheld === 'erased' ? texts.erased : texts.hidden
}

/** Its place stays, with what answers it. */
function Withheld({ comment, path }: Pick<Props, 'comment' | 'path'>) {
  return (
    <article className="cm is-gone" id={anchorOf(comment.number)}>
      <span className="face" aria-hidden="true">
        <Icon of="lock" size={16} />
      </span>
      <div>
        <header>
          <When comment={comment} path={path} />
        </header>
        <p className="quiet">{whyWithheld(comment)}</p>
        {comment.withheld !== 'erased' && (
          <p className="does">
            <Moderate id={comment.id} />
          </p>
        )}
      </div>
    </article>
  )
}

const Moderate = ({ id }: { id: number }) => (
  <a href={paths.moderateComment(id)} rel="nofollow" data-for="moderators">
    {messages().talk.comment.moderate}
  </a>
)

function When({ comment: { number, createdAt, editedAt }, path }: Pick<Props, 'comment' | 'path'>) {
  const texts = messages().talk.comment
  const { moment } = messages().history
  return (
    <>
      <a className="perm" href={path} title={texts.address(number)}>
        <time dateTime={createdAt.toISOString()}>{moment(createdAt)}</time>
      </a>
      {editedAt && (
        <>
          {' '}
          <span className="perm">
            · <time dateTime={editedAt.toISOString()}>{texts.edited(moment(editedAt))}</time>
          </span>
        </>
      )}
    </>
  )
}

function Answers({ comment: { answers } }: { comment: CommentView }) {
  const texts = messages().talk.comment
  if (!answers) return null
  return (
    <>
      {' '}
      <a className="perm to" href={answers.path}>
        {answers.name === null ? texts.answersHidden(answers.number) : texts.answers(answers.name)}
      </a>
    </>
  )
}
