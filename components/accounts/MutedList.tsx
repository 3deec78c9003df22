import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { AccountSheet } from './AccountSheet'
import { BackToAccount } from './BackToAccount'
import { MuteForm } from './MuteForm'
import '@/components/styles/safety.css'

/** Whom one has muted, each with a button that ends it. */
export function MutedList({ people }: { people: { id: number; name: string }[] }) {
  const texts = messages().safety.mute
  return (
    <AccountSheet title={texts.list} intro={people.length > 0 ? texts.intro : texts.empty}>
      {people.length > 0 && (
        <ul className="muted-people">
          {people.map(({ id, name }) => (
            <li key={id}>
              <a href={paths.person(id)}>
                <bdi>{name}</bdi>
              </a>
              <MuteForm accountId={id} on="no" name={name} />
            </li>
          ))}
        </ul>
      )}
      <BackToAccount />
    </AccountSheet>
  )
}
