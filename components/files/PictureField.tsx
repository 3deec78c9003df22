'use client'
import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import { Problem } from '@/components/editor/Fields'
import { useUpload } from '@/components/files/upload/use-upload'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { markOfAccount } from '@/lib/sessions/written-as'
import { LocalPreview } from './LocalPreview'
import { UploadNotes } from './UploadNotes'

/** What a phone's picker offers; the wiki decides by content. */
const ACCEPTED = 'image/jpeg,image/png,image/webp,image/avif,image/gif'

interface Props {
  /** Whose form it is; null for a visitor, who cannot upload. */
  accountId: number | null
  /** The SHA-256 of the stored object; empty for none. */
  object: string
  problem: string | undefined
  onUploaded: (object: string) => void
}

/** Chooses a picture and sends it: shown at once, with how far it is, and what came of it. */
export function PictureField({ accountId, object, problem, onUploaded }: Props) {
  const { form } = messages().files
  const [file, setFile] = useState<File | null>(null)
  const upload = useUpload(markOfAccount(accountId))
  const report = useRef(onUploaded)
  report.current = onUploaded
  const sha256 = upload.result?.object.sha256

  useEffect(() => {
    if (sha256 !== undefined) report.current(sha256)
  }, [sha256])

  function choose(event: ChangeEvent<HTMLInputElement>) {
    const [chosen] = event.target.files ?? []
    // The same file can be chosen again after a failure.
    event.target.value = ''
    if (!chosen) return
    setFile(chosen)
    upload.start(chosen)
  }

  function cancel() {
    upload.cancel()
    setFile(null)
  }

  const isUnderWay = upload.state !== 'idle' && upload.state !== 'done' && upload.state !== 'refused'
  return (
    <div className="field picture-field">
      <span className="field-label">{form.picture}</span>
      {file && upload.state !== 'done' && <LocalPreview file={file} />}
      {accountId === null ? (
        <p className="hint">
          {form.signIn}{' '}
          <a href={paths.signIn({ next: paths.newFile() })}>{messages().accounts.signIn.title}</a>
        </p>
      ) : (
        <div className="actions">
          <input
            id="field-object"
            className="sr-only"
            type="file"
            accept={ACCEPTED}
            aria-invalid={problem ? true : undefined}
            aria-describedby="field-object-hint field-object-problem"
            onChange={choose}
          />
          <label className={object ? 'btn' : 'btn yes'} htmlFor="field-object">
            {object ? form.chooseAnother : form.choose}
          </label>
          {isUnderWay && (
            <button type="button" className="btn" onClick={cancel}>
              {form.cancel}
            </button>
          )}
        </div>
      )}
      <p id="field-object-hint" className="hint">
        {form.hints.picture}
      </p>
      <UploadNotes upload={upload} />
      <Problem id="field-object" text={problem} />
    </div>
  )
}
