import type { loadPasskeys } from '@/lib/accounts/passkeys/loaders'
import { messages } from '@/lib/messages/messages'
import { AccountSheet } from './AccountSheet'
import { BackToAccount } from './BackToAccount'
import { AddPasskeyForm, RemovePasskeyForm } from './PasskeyForms'

/** One's own passkeys: what there is, adding one, removing each. */
export function PasskeysView({ of }: { of: Awaited<ReturnType<typeof loadPasskeys>> }) {
  const texts = messages().ownAccount.passkeys
  const { passkeys, host, proof } = of
  return (
    <AccountSheet title={texts.title} intro={texts.intro}>
      {passkeys.length > 0 && (
        <ul className="session-list">
          {passkeys.map(({ id, name, added, used }) => (
            <li key={id}>
              <div>
                <strong dir="auto">{name}</strong>
                <p className="hint">
                  {added}, {used}
                </p>
              </div>
              <details>
                <summary>
                  {texts.remove}
                  <span className="sr-only">{texts.removeWhich(name)}</span>
                </summary>
                <RemovePasskeyForm id={id} proof={proof} />
              </details>
            </li>
          ))}
        </ul>
      )}
      {host === null ? <p className="note">{texts.nowhere}</p> : <AddPasskeyForm host={host} proof={proof} />}
      <BackToAccount />
    </AccountSheet>
  )
}
