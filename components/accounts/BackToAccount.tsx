import { ownAccount } from '@/lib/texts/en/own-account'

/** From one part of one's own account to the whole. */
export function BackToAccount() {
  return (
    <p className="aside">
      <a href="/account">{ownAccount.settings.back}</a>
    </p>
  )
}
