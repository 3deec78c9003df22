'use client'
import type { OvertakenSave } from '@/lib/editing/save'
import type { Start } from '@/lib/editing/start'
import { paths } from '@/lib/routes'
import { submissions } from '@/lib/texts/en/submissions'
import { ReviewersReason } from './ReviewersReason'
import type { Target } from './target'

const texts = submissions.desk

/** Tells an author what their words go on from: an edit of theirs that is not decided yet, or the one that they amend. */
export function OwnEditNote({ start: { open }, target }: { start: Start; target: Target | undefined }) {
  if (target?.amends)
    return <Note words={texts.amends[target.amends.state]} id={target.amends.submissionId} />
  if (!open) return null
  const goesOn = target?.baseRoundId != null
  const words = goesOn ? texts.goesOn : texts.fromPublished
  return (
    <>
      <Note
        words={words[open.state === 'changes_requested' ? 'changes_requested' : 'waiting']}
        id={open.submissionId}
      >
        <a href={paths.amend(open.submissionId)}>{texts.amendThatOne}</a>
        {goesOn && (
          <>
            {' · '}
            <a href="?from=published">{texts.startFromPublished}</a>
          </>
        )}
      </Note>
      {open.review && <ReviewersReason review={open.review} />}
    </>
  )
}

function Note({ words, id, children }: { words: string; id: number; children?: React.ReactNode }) {
  return (
    <p className="note" role="note">
      {words} <a href={paths.submission(id)}>{texts.submission(id)}</a>
      {children && <> · {children}</>}
    </p>
  )
}

/** The way on for somebody whose submission was decided while they amended it. */
export function GoOn({ overtaken, onGoOn }: { overtaken: OvertakenSave; onGoOn: () => void }) {
  return (
    <button type="button" onClick={onGoOn}>
      {overtaken.newEdit ? texts.sendAsNewEdit : texts.sendAllTheSame}
    </button>
  )
}
