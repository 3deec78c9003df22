'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { keptCodeAction } from '@/lib/accounts/actions'
import { messages } from '@/lib/messages/messages'

/** Shows a new recovery code to be kept; `next` is the page to continue to. */
export function RecoveryCodeView({ code, next }: { code: string; next: string }) {
  return <CodesView codes={[code]} next={next} />
}

/** Shows one or more new codes to be kept. */
export function CodesView({ codes, next }: { codes: string[]; next: string }) {
  const texts = messages().ownAccount.code
  const isOne = codes.length === 1
  return (
    <>
      <p className="note">{isOne ? texts.keep : texts.keepAll}</p>
      {isOne ? (
        <p className="recovery-code" translate="no">
          <Groups of={codes[0] ?? ''} />
        </p>
      ) : (
        <ol className="spare-codes" translate="no">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
      )}
      <ActionForm action={keptCodeAction} submit={isOne ? texts.kept : texts.keptAll} busy={texts.busy}>
        {() => <input type="hidden" name="next" value={next} />}
      </ActionForm>
    </>
  )
}

/** A code in groups, between which a narrow screen may break it. */
function Groups({ of }: { of: string }) {
  const groups = of.split('-')
  return groups.map((group, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be the same, and none ever moves
    <span key={place}>
      {group}
      {place < groups.length - 1 && '-'}
    </span>
  ))
}
