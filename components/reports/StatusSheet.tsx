import { TextField } from '@/components/ui/TextField'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import '@/components/styles/forms.css'
import '@/components/styles/reports.css'

/** Asks for a receipt; `problem` says what is wrong with the one that was entered. */
export function StatusSheet({ typed = '', problem }: { typed?: string; problem?: string }) {
  const texts = messages().reports.status
  return (
    <main className="sheet report-sheet" id="text">
      <h1 className="title">{texts.title}</h1>
      <p className="intro">{texts.intro}</p>
      <form className="form" action={paths.reportStatus()} method="get" noValidate>
        <TextField
          label={texts.label}
          name="receipt"
          hint={texts.hint}
          defaultValue={typed}
          problem={problem}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <button className="btn yes" type="submit">
          {texts.submit}
        </button>
      </form>
    </main>
  )
}
