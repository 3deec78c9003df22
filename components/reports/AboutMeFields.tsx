import { Choices } from '@/components/ui/Choices'
import { TextField } from '@/components/ui/TextField'
import { messages } from '@/lib/messages/messages'
import type { ReportForm } from '@/lib/reports/loaders'

interface Props {
  facts: NonNullable<ReportForm['privateFacts']>
  typed: (name: string) => string | undefined
  problem: (name: string) => string | undefined
}

/** What a person wants who says that a page is about them, which words it is about, and where to answer. */
export function AboutMeFields({ facts, typed, problem }: Props) {
  const texts = messages().reports.me
  return (
    <>
      <Choices
        legend={texts.wish}
        name="wish"
        choices={texts.wishes}
        chosen={typed('wish')}
        problem={problem('wish')}
      />
      {facts.length > 0 && (
        <fieldset className="choices">
          <legend>{texts.facts}</legend>
          <p className="hint">{texts.factsHint}</p>
          {facts.map(({ id, label }) => (
            <label key={id}>
              <input type="checkbox" name="factIds" value={id} />
              <span dir="auto">{label}</span>
            </label>
          ))}
        </fieldset>
      )}
      <TextField
        label={texts.contact}
        name="contact"
        type="email"
        autoComplete="email"
        hint={texts.contactHint}
        defaultValue={typed('contact')}
        problem={problem('contact')}
      />
    </>
  )
}
