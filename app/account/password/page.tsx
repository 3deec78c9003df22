import type { Metadata } from 'next'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { BackToAccount } from '@/components/accounts/BackToAccount'
import { ChangePasswordForm } from '@/components/accounts/ChangePasswordForm'
import { requireAccount } from '@/lib/accounts/loaders'
import { paths } from '@/lib/routes'
import { ownAccount } from '@/lib/texts/en/own-account'

const texts = ownAccount.password

export const metadata: Metadata = { title: texts.title, robots: { index: false } }

export default async function PasswordPage() {
  const { name } = await requireAccount(paths.accountPassword())
  return (
    <AccountSheet title={texts.title} intro={texts.intro}>
      <ChangePasswordForm name={name} />
      <BackToAccount />
    </AccountSheet>
  )
}
