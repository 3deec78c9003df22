'use client'
import { ActionForm, type Filled } from '@/components/ui/ActionForm'
import { Field } from '@/components/ui/Field'
import { ZoneField } from '@/components/ui/ZoneField'
import { messages } from '@/lib/messages/messages'
import { changeMailAction, changeMailByLinkAction, endMailByLinkAction } from '@/lib/news/mail/actions'
import type { MailForm } from '@/lib/news/mail/loaders'
import type { RhythmChoice } from '@/lib/news/mail/schema'

/** The button that ends the mails that a link belongs to. */
export function EndMailForm({ token }: { token: string }) {
  const texts = messages().newsMail.byLink
  return (
    <ActionForm action={endMailByLinkAction} submit={texts.end} busy={texts.ending}>
      {() => <input type="hidden" name="token" value={token} />}
    </ActionForm>
  )
}

/** Chooses how often there is mail about each part of one's news, and when; with `token` for whoever has that link. */
export function MailPlanForm({ form, token }: { form: MailForm; token?: string }) {
  const texts = messages().newsMail
  const { families, rhythms } = texts
  const isByLink = token !== undefined
  return (
    <ActionForm
      action={isByLink ? changeMailByLinkAction : changeMailAction}
      submit={texts.save}
      busy={texts.saving}
      isQuiet={isByLink}
    >
      {(filled) => (
        <>
          {isByLink && <input type="hidden" name="token" value={token} />}
          {(Object.keys(families) as (keyof typeof families)[]).map((family) => (
            <Choice
              key={family}
              name={family}
              label={families[family]}
              options={Object.entries(rhythms) as [RhythmChoice, string][]}
              chosen={form.wanted[family]}
              filled={filled}
            />
          ))}
          <ZoneField
            label={texts.timeZone}
            hint={texts.timeZoneHint}
            name="timeZone"
            zones={form.zones}
            chosen={filled.typed('timeZone') ?? form.wanted.timeZone}
            isOpen={form.isZoneOpen && !filled.isAnswered}
            problem={filled.problem('timeZone')}
          />
          <Choice
            name="hour"
            label={texts.hour}
            options={hours()}
            chosen={String(form.wanted.hour)}
            filled={filled}
          />
          {form.isAlarmed && <QuietHours wanted={form.wanted} filled={filled} />}
        </>
      )}
    </ActionForm>
  )
}

const hours = (): [value: string, label: string][] =>
  Array.from({ length: 24 }, (_, hour) => [String(hour), messages().newsMail.hourOfDay(hour)])

/** The hours in which whoever hears alarms gets none by mail. */
function QuietHours({ wanted, filled }: { wanted: MailForm['wanted']; filled: Filled }) {
  const texts = messages().newsMail
  const options: [string, string][] = [['', texts.noQuiet], ...hours()]
  const chosen = (hour: number | null | undefined) => (hour == null ? '' : String(hour))
  return (
    <div className="field">
      <div className="field-row">
        <Choice
          name="quietFrom"
          label={texts.quietFrom}
          options={options}
          chosen={chosen(wanted.quietFrom)}
          filled={filled}
        />
        <Choice
          name="quietTo"
          label={texts.quietTo}
          options={options}
          chosen={chosen(wanted.quietTo)}
          filled={filled}
        />
      </div>
      <p className="hint">{texts.quietHint}</p>
    </div>
  )
}

interface ChoiceProps {
  name: string
  label: string
  options: [value: string, label: string][]
  chosen: string
  filled: Filled
}

function Choice({ name, label, options, chosen, filled }: ChoiceProps) {
  return (
    <Field label={label} problem={filled.problem(name)}>
      {(ties) => (
        <select {...ties} name={name} defaultValue={filled.typed(name) ?? chosen}>
          {options.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
