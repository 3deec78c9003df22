import type { loadOutside, OutsideSite } from '@/lib/accounts/outside/loaders'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { AccountSheet } from './AccountSheet'
import { BackToAccount } from './BackToAccount'
import { BeginLinkForm, UnlinkForm } from './OutsideForms'

interface Props {
  of: Awaited<ReturnType<typeof loadOutside>>
  /** The site that is about to be linked: only the way there is left. */
  linking: OutsideSite | null
  failure: string | null
}

/** One's own accounts at other sites: those that are linked, and linking another. */
export function OutsideView({ of, linking, failure }: Props) {
  const texts = messages().ownAccount.outside
  return (
    <AccountSheet title={texts.title} intro={texts.intro}>
      {failure && (
        <p className="note is-refusal" role="alert">
          {failure}
        </p>
      )}
      {linking ? (
        <p className="actions">
          <a className="btn yes" href={paths.outside(linking.key)}>
            {texts.goOn(linking.name)}
          </a>
        </p>
      ) : (
        <Ways of={of} />
      )}
      <BackToAccount />
    </AccountSheet>
  )
}

function Ways({ of: { identities, sites, proof } }: Pick<Props, 'of'>) {
  const texts = messages().ownAccount.outside
  return (
    <>
      {identities.length > 0 && (
        <ul className="session-list">
          {identities.map((one) => (
            <li key={`${one.issuer} ${one.subject}`}>
              <div>
                <strong dir="auto">{texts.at(one.label, one.site)}</strong>
                <p className="hint">
                  {one.added}, {one.used}
                </p>
              </div>
              <details>
                <summary>
                  {texts.unlink}
                  <span className="sr-only">{texts.unlinkWhich(one.site)}</span>
                </summary>
                <UnlinkForm of={one} proof={proof} />
              </details>
            </li>
          ))}
        </ul>
      )}
      {sites.length > 0 && <BeginLinkForm sites={sites} proof={proof} />}
    </>
  )
}
