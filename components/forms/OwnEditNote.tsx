'use client'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { OvertakenSave } from '@/lib/submissions/save'
import type { Start } from '@/lib/submissions/start'
import { ReviewersReason } from './ReviewersReason'
import type { Target } from './target'

/** Says what the text is based on: an edit of the author's own that is not decided yet, or the one that they amend. */
export function OwnEditNote({ start: { open }, target }: { start: Start; target: Target | undefined }) {
  const texts = messages().submissions.editForm
  if (target?.amends)
    return <Note words={texts.amends[target.amends.state]} id={target.amends.submissionId} />
  if (!open) return null
  const isBasedOnOwn = target?.baseRoundId != null
  const words = isBasedOnOwn ? texts.basedOn : texts.fromPublished
  return (
    <>
      <Note
        words={words[open.state === 'changes_requested' ? 'changes_requested' : 'waiting']}
        id={open.submissionId}
      >
        <a href={paths.amend(open.submissionId)}>{texts.amendThatOne}</a>
        {isBasedOnOwn && (
          <>
            {' · '}
            <a href="?from=published">{texts.startFromPublished}</a>
          </>
        )}
      </Note>
      {open.review && <ReviewersReason review={open.review} said={null} />}
    </>
  )
}

function Note({ words, id, children }: { words: string; id: number; children?: React.ReactNode }) {
  return (
    <p className="note" role="note">
      {words} <a href={paths.submission(id)}>{messages().submissions.editForm.submission(id)}</a>
      {children && <> · {children}</>}
    </p>
  )
}

/** The way on for somebody whose submission was decided while they amended it. */
export function GoOn({ overtaken, onGoOn }: { overtaken: OvertakenSave; onGoOn: () => void }) {
  const texts = messages().submissions.editForm
  return (
    <button type="button" onClick={onGoOn}>
      {overtaken.newEdit ? texts.sendAsNewEdit : texts.sendAllTheSame}
    </button>
  )
}
