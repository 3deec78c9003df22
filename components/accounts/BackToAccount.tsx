import { paths } from '@/lib/routes'
import { ownAccount } from '@/lib/texts/en/own-account'

/** From one part of one's own account to the whole. */
export function BackToAccount() {
  return (
    <p className="aside">
      <a href={paths.account()}>{ownAccount.settings.back}</a>
    </p>
  )
}
