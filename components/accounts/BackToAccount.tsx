import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

/** From one part of one's own account to the whole. */
export function BackToAccount() {
  return (
    <p className="aside">
      <a href={paths.account()}>{messages().ownAccount.settings.back}</a>
    </p>
  )
}
