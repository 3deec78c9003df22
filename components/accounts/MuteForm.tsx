'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { muteAction } from '@/lib/accounts/actions'
import { messages } from '@/lib/messages/messages'

interface Props {
  accountId: number
  on: 'yes' | 'no'
  /** Whose name the button says to those who hear it, in a list of several. */
  name?: string
}

/** Mutes somebody with one press, or ends it. */
export function MuteForm({ accountId, on, name }: Props) {
  const texts = messages().safety.mute
  const label = on === 'yes' ? texts.submit : texts.unmute
  const submit = name ? (
    <>
      {label} <span className="sr-only">{name}</span>
    </>
  ) : (
    label
  )
  return (
    <ActionForm action={muteAction} submit={submit} busy={texts.busy} isQuiet={on === 'no'}>
      {() => (
        <>
          <input type="hidden" name="accountId" value={accountId} />
          <input type="hidden" name="on" value={on} />
        </>
      )}
    </ActionForm>
  )
}
