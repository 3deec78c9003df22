'use client'
import type { Upload } from '@/components/files/upload/use-upload'
import { messages } from '@/lib/messages/messages'

/** How far an upload is, why it waits or was refused, and what is to know of what came of it. */
export function UploadNotes({ upload }: { upload: Upload }) {
  const { form } = messages().files
  const { state, progress, problem, result } = upload
  const isUnderWay = state === 'sending' || state === 'waiting' || state === 'looking'
  return (
    <>
      {isUnderWay && (
        <progress max={1} value={state === 'looking' ? undefined : progress} aria-label={form.sending} />
      )}
      <p role="status" className="hint">
        {state === 'sending' && form.sent(Math.floor(progress * 100))}
        {state === 'looking' && form.looking}
        {state === 'waiting' && problem}
        {state === 'done' && form.done}
      </p>
      {state === 'refused' && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
      {result?.object.isFirstFrameOnly && <p className="note">{form.firstFrameOnly}</p>}
      {result && result.alike.length > 0 && (
        <div className="note" role="note">
          {form.alike}
          <ul>
            {result.alike.map(({ id, label, path }) => (
              <li key={id}>
                <a href={path} target="_blank" rel="noopener">
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
