'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { TextField } from '@/components/ui/TextField'
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
      {({ typed, problem }) => (
        <>
          <input type="hidden" name="accountId" value={accountId} />
          <TextField
            label={texts.reason}
            name="reason"
            hint={texts.reasonHint}
            defaultValue={typed('reason')}
            problem={problem('reason')}
            autoComplete="off"
            required
          />
          <fieldset className="choices">
            <legend>{texts.rule}</legend>
            {blockRules.map((rule) => (
              <label key={rule}>
                <input
                  type="radio"
                  name="rule"
                  value={rule}
                  defaultChecked={rule === (typed('rule') ?? 'other')}
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
                  defaultChecked={length === (typed('length') ?? usual)}
                />
                {texts.lengths[length]}
              </label>
            ))}
            {problem('length') && <p className="problem">{problem('length')}</p>}
          </fieldset>
        </>
      )}
    </ActionForm>
  )
}
