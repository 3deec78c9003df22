'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { keptCodeAction } from '@/lib/accounts/actions'
import { messages } from '@/lib/messages/messages'

/** Shows a new recovery code to be kept; `next` is the page to continue to. */
export function RecoveryCodeView({ code, next }: { code: string; next: string }) {
  const texts = messages().ownAccount.code
  const groups = code.split('-')
  return (
    <>
      <p className="note">{texts.keep}</p>
      <p className="recovery-code" translate="no">
        {groups.map((group, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be the same, and none ever moves
          <span key={place}>
            {group}
            {place < groups.length - 1 && '-'}
          </span>
        ))}
      </p>
      <ActionForm action={keptCodeAction} submit={texts.kept} busy={texts.busy}>
        {() => <input type="hidden" name="next" value={next} />}
      </ActionForm>
    </>
  )
}
