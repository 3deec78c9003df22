import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

/** Link from an action on an account back to that account's page. */
export function BackToTheirPage({ id, name }: { id: number; name: string }) {
  return (
    <p className="aside">
      <a href={paths.person(id)} dir="auto">
        {messages().accounts.backTo(name)}
      </a>
    </p>
  )
}
