import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

/** From an act upon an account to the page of whoever it belongs to. */
export function BackToTheirPage({ id, name }: { id: number; name: string }) {
  return (
    <p className="aside">
      <a href={paths.person(id)} dir="auto">
        {messages().accounts.backTo(name)}
      </a>
    </p>
  )
}
