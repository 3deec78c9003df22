'use client'
import { ActionForm, type Filled } from '@/components/ui/ActionForm'
import { Field } from '@/components/ui/Field'
import { ReasonField } from '@/components/ui/ReasonField'
import { TextField } from '@/components/ui/TextField'
import { messages } from '@/lib/messages/messages'
import { type FrontBlock, frontBlocks } from '@/lib/settings/front-blocks'
import type { SettingKey } from '@/lib/settings/settings'
import { changeSettingAction } from '@/lib/wiki/actions'

/** A setting as its form shows it: yes or no, a text, or the blocks of the front page in their order. */
export type SettingValue = boolean | string | readonly FrontBlock[]

/** Changes one setting of the wiki, with a public reason. `value` is what it is now. */
export function SettingForm({ of, value }: { of: SettingKey; value: SettingValue }) {
  const texts = messages().wiki.settings
  const { label, help } = texts.of[of]
  return (
    <ActionForm action={changeSettingAction} submit={texts.save} busy={texts.saving}>
      {(filled) => (
        <>
          <input type="hidden" name="setting" value={of} />
          {typeof value === 'boolean' ? (
            <YesOrNo label={label} help={help} value={value} filled={filled} />
          ) : typeof value === 'string' ? (
            <TextField
              label={label}
              name="value"
              hint={help}
              inputMode={of === 'spoilers_open_after_days' ? 'numeric' : undefined}
              defaultValue={filled.typed('value') ?? value}
              problem={filled.problem('value')}
              autoComplete="off"
            />
          ) : (
            <Blocks label={label} help={help} value={value} filled={filled} />
          )}
          <ReasonField {...filled} label={texts.reason} hint={texts.reasonHint} />
        </>
      )}
    </ActionForm>
  )
}

interface FieldOf<T> {
  label: string
  help: string
  value: T
  filled: Filled
}

function YesOrNo({ label, help, value, filled }: FieldOf<boolean>) {
  const texts = messages().wiki.settings
  return (
    <Field label={label} hint={help} problem={filled.problem('value')}>
      {(ties) => (
        <select {...ties} name="value" defaultValue={filled.typed('value') ?? (value ? 'yes' : 'no')}>
          <option value="yes">{texts.yes}</option>
          <option value="no">{texts.no}</option>
        </select>
      )}
    </Field>
  )
}

/** One choice for each place of the front page, since a plain form can order things no other way. */
function Blocks({ label, help, value, filled }: FieldOf<readonly FrontBlock[]>) {
  const texts = messages().wiki.settings
  const problem = filled.problem('value')
  return (
    <fieldset className="choices" aria-describedby="blocks-help">
      <legend>{label}</legend>
      <p className="hint" id="blocks-help">
        {help}
      </p>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {frontBlocks.map((_, at) => (
        <Field key={frontBlocks[at]} label={texts.place(at + 1)} problem={undefined}>
          {(ties) => (
            <select
              {...ties}
              name={`value.${at}`}
              defaultValue={filled.typed(`value.${at}`) ?? value[at] ?? ''}
              aria-invalid={problem ? true : undefined}
            >
              <option value="">{texts.nothing}</option>
              {frontBlocks.map((block) => (
                <option key={block} value={block}>
                  {texts.blocks[block]}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
    </fieldset>
  )
}
