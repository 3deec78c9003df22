import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

/** Link from a settings page back to one's own account page. */
export function BackToAccount() {
  return (
    <p className="aside">
      <a href={paths.account()}>{messages().ownAccount.settings.back}</a>
    </p>
  )
}
