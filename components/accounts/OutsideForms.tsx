'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { TextField } from '@/components/ui/TextField'
import { beginLinkAction, signUpOutsideAction, unlinkAction } from '@/lib/accounts/actions'
import type { OutsideSite, OwnIdentity } from '@/lib/accounts/outside/loaders'
import type { OwnProof } from '@/lib/accounts/second-step/loaders'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { ProofFields } from './ProofFields'

/** Plain links to sign in with other sites: a form would not be let through to them. `next` is where to continue. */
export function OutsideLinks({ sites, next }: { sites: OutsideSite[]; next: string }) {
  const texts = messages().accounts.outside
  if (sites.length === 0) return null
  return (
    <p className="actions">
      {sites.map(({ key, name }) => (
        <a key={key} className="btn" href={paths.outside(key, { next })}>
          {texts.signIn(name)}
        </a>
      ))}
    </p>
  )
}

/** Chooses a name for a new account of somebody who came from another site. */
export function SignUpOutsideForm({ of }: { of: { label: string; next: string; sealed: string } }) {
  const { accounts } = messages()
  return (
    <>
      <ActionForm action={signUpOutsideAction} submit={accounts.signUp.submit} busy={accounts.signUp.busy}>
        {({ typed, problem }) => (
          <>
            <input type="hidden" name="next" value={of.next} />
            <input type="hidden" name="newcomer" value={of.sealed} />
            <TextField
              label={accounts.name.label}
              name="name"
              hint={accounts.signUp.nameHint}
              defaultValue={typed('name') ?? of.label}
              problem={problem('name')}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
            />
          </>
        )}
      </ActionForm>
      <p className="aside">
        {accounts.outside.haveOne}{' '}
        <a href={paths.signIn({ next: paths.outsideAccounts() })}>{accounts.signIn.submit}</a>
      </p>
    </>
  )
}

/** Begins linking one's own account to one at another site. */
export function BeginLinkForm({ sites, proof }: { sites: OutsideSite[]; proof: OwnProof }) {
  const texts = messages().ownAccount.outside
  return (
    <ActionForm action={beginLinkAction} submit={texts.link} busy={texts.linking}>
      {(filled) => (
        <>
          <fieldset className="choices">
            <legend>{texts.which}</legend>
            {sites.map(({ key, name }, at) => (
              <label key={key}>
                <input type="radio" name="provider" value={key} defaultChecked={at === 0} />
                {name}
              </label>
            ))}
          </fieldset>
          <ProofFields proof={proof} filled={filled} />
        </>
      )}
    </ActionForm>
  )
}

/** Unlinks an account at another site. */
export function UnlinkForm({ of, proof }: { of: OwnIdentity; proof: OwnProof }) {
  const texts = messages().ownAccount.outside
  return (
    <ActionForm action={unlinkAction} submit={texts.unlinkThis} busy={texts.unlinking} isQuiet>
      {(filled) => (
        <>
          <input type="hidden" name="issuer" value={of.issuer} />
          <input type="hidden" name="subject" value={of.subject} />
          <ProofFields proof={proof} filled={filled} />
        </>
      )}
    </ActionForm>
  )
}
