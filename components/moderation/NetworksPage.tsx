import { AccountSheet } from '@/components/accounts/AccountSheet'
import { BackToTheirPage } from '@/components/accounts/BackToTheirPage'
import { messages } from '@/lib/messages/messages'
import type { NetworksPage as Page } from '@/lib/moderation/networks/loaders'
import { paths } from '@/lib/routes'
import { LookUpForm } from './LookUpForm'

/** Which accounts share a network with one: first the reason, which is recorded, then the answer. */
export function NetworksPage({ page: { person, answer } }: { page: Page }) {
  const texts = messages().networks
  return (
    <AccountSheet title={texts.title(person.name)} intro={texts.intro}>
      {answer === null ? (
        <LookUpForm accountId={person.id} />
      ) : (
        <>
          <p className="note" role="status">
            {texts.recorded}
          </p>
          <p>{texts.found(answer.networks, answer.sharing.length)}</p>
          {answer.sharing.length > 0 && (
            <ul className="account-links">
              {answer.sharing.map((one) => (
                <li key={one.id}>
                  <a href={paths.person(one.id)} dir="auto">
                    {one.name}
                  </a>
                  <span className="quiet">
                    {texts.shares(
                      one.networks,
                      messages().dates.dayInWords(one.lastAt),
                      messages().dates.dayInWords(one.createdAt),
                      one.isBlocked,
                    )}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      <BackToTheirPage id={person.id} name={person.name} />
    </AccountSheet>
  )
}
