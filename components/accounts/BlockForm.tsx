'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { ReasonField } from '@/components/ui/ReasonField'
import { blockAction } from '@/lib/accounts/actions'
import { type BlockLength, blockLengths } from '@/lib/accounts/block-lengths'
import { blockRules } from '@/lib/accounts/block-rules'
import { messages } from '@/lib/messages/messages'

const usual: BlockLength = 'three'

/** Blocks an account, with a reason that it can read and a length. */
export function BlockForm({ accountId }: { accountId: number }) {
  const texts = messages().accounts.block
  return (
    <ActionForm action={blockAction} submit={texts.submit} busy={texts.busy}>
      {(filled) => (
        <>
          <input type="hidden" name="accountId" value={accountId} />
          <ReasonField {...filled} label={texts.reason} hint={texts.reasonHint} />
          <fieldset className="choices">
            <legend>{texts.rule}</legend>
            {blockRules.map((rule) => (
              <label key={rule}>
                <input
                  type="radio"
                  name="rule"
                  value={rule}
                  defaultChecked={rule === (filled.typed('rule') ?? 'other')}
                />
                {texts.rules[rule]}
              </label>
            ))}
          </fieldset>
          <fieldset className="choices">
            <legend>{texts.length}</legend>
            {blockLengths.map((length) => (
              <label key={length}>
                <input
                  type="radio"
                  name="length"
                  value={length}
                  defaultChecked={length === (filled.typed('length') ?? usual)}
                />
                {texts.lengths[length]}
              </label>
            ))}
            {filled.problem('length') && <p className="problem">{filled.problem('length')}</p>}
          </fieldset>
        </>
      )}
    </ActionForm>
  )
}
