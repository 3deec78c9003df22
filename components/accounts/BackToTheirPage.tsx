import { accountPath } from '@/lib/accounts/path'
import { accounts } from '@/lib/texts/en/accounts'

/** From an act upon an account to the page of whoever it belongs to. */
export function BackToTheirPage({ id, name }: { id: number; name: string }) {
  return (
    <p className="aside">
      <a href={accountPath(id)} dir="auto">
        {accounts.backTo(name)}
      </a>
    </p>
  )
}
