import type { ReactNode } from 'react'
import type { Refusal } from '@/lib/errors'
import { sentenceOf } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { isOtherAccount, type OtherAccountRefusal, SEND_AS } from '@/lib/sessions/written-as'

interface Props {
  refusal: Refusal
  /** Replaces the refusal's own sentence. */
  sentence?: ReactNode
  /** Sends the form as another account than its writer's, outside a form; inside one a button of the form does. */
  onSendAs?: (mark: string) => void
  children?: ReactNode
}

/** Why a form was refused; where another account is signed in by now, with the choice between both. */
export function Refused({ refusal, sentence, onSendAs, children }: Props) {
  return (
    <div className="note is-refusal" role="alert" data-refusal tabIndex={-1}>
      <p>{sentence ?? sentenceOf(refusal.message)}</p>
      {isOtherAccount(refusal) && <InWhoseName refusal={refusal} onSendAs={onSendAs} />}
      {children}
    </div>
  )
}

function InWhoseName(props: { refusal: OtherAccountRefusal; onSendAs: Props['onSendAs'] }) {
  const { otherAccount: texts } = messages()
  const { refusal, onSendAs } = props
  const { sender, writerName } = refusal
  return (
    <>
      {/* Enter in a field presses the form's first button: this one sends again and chooses nothing. */}
      {!onSendAs && <button type="submit" hidden />}
      <p className="actions">
        <button
          type={onSendAs ? 'button' : 'submit'}
          className="btn"
          name={SEND_AS}
          value={sender.mark}
          onClick={onSendAs && (() => onSendAs(sender.mark))}
        >
          {texts.send(sender.name)}
        </button>
        <a className="btn" href={paths.signIn()} target="_blank" rel="noreferrer">
          {texts.signIn(writerName)}
        </a>
      </p>
      <p className="quiet">{texts.afterwards}</p>
    </>
  )
}
