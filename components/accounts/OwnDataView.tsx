import { TextField } from '@/components/ui/TextField'
import { messages } from '@/lib/messages/messages'
import type { OwnDataPage } from '@/lib/own-data/loaders'
import { paths } from '@/lib/routes'
import { WRITTEN_AS } from '@/lib/sessions/written-as'
import { AccountSheet } from './AccountSheet'
import { BackToAccount } from './BackToAccount'

/** One's own data: what a download holds, and the plain form for it, which needs no scripts. */
export function OwnDataView({ page }: { page: OwnDataPage }) {
  const texts = messages().ownData
  return (
    <AccountSheet title={texts.title} intro={texts.intro}>
      {page.failure && page.failure !== 'wrong' && (
        <p className="note is-refusal" role="alert">
          {texts.failed[page.failure]}
        </p>
      )}
      <section aria-labelledby="what-is-in">
        <h2 id="what-is-in">{texts.whatIsIn}</h2>
        <p>{texts.whatIsInText}</p>
        <p>{texts.whatIsNot}</p>
        <p>{texts.drafts}</p>
      </section>
      {page.proof.by === 'again' ? <SignInAgain page={page} /> : <DownloadForm page={page} />}
      <BackToAccount />
    </AccountSheet>
  )
}

function DownloadForm({ page: { proof, mark, failure } }: { page: OwnDataPage }) {
  const texts = messages().ownData
  const { label, hint } = messages().ownAccount.currentPassword
  return (
    <form className="form" method="post" action={paths.ownDataFile('json')}>
      <input type="hidden" name={WRITTEN_AS} value={mark} />
      {proof.by === 'password' && (
        <>
          <input name="username" defaultValue={proof.name} autoComplete="username" readOnly hidden />
          <TextField
            label={label}
            name="currentPassword"
            type="password"
            hint={hint}
            problem={failure === 'wrong' ? texts.failed.wrong : undefined}
            autoComplete="current-password"
            required
          />
        </>
      )}
      <p className="hint">{texts.hint}</p>
      <p className="actions">
        <button className="btn yes" type="submit" formAction={paths.ownDataFile('html')}>
          {texts.asPage}
        </button>
        <button className="btn" type="submit">
          {texts.asData}
        </button>
      </p>
    </form>
  )
}

function SignInAgain({ page: { proof } }: { page: OwnDataPage }) {
  const { again, signIn } = messages().ownAccount.currentPassword
  return (
    <p className="note">
      {again} <a href={paths.signIn({ next: proof.here })}>{signIn}</a>
    </p>
  )
}
