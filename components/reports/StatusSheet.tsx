import { TextField } from '@/components/ui/TextField'
import { paths } from '@/lib/routes'
import { reports } from '@/lib/texts/en/reports'
import '@/components/styles/forms.css'
import '@/components/styles/reports.css'

const texts = reports.status

/** Where a receipt is typed in; `problem` is what is the matter with the one that was. */
export function StatusSheet({ typed = '', problem }: { typed?: string; problem?: string }) {
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
