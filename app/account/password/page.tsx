import type { Metadata } from 'next'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { BackToAccount } from '@/components/accounts/BackToAccount'
import { ChangePasswordForm } from '@/components/accounts/ChangePasswordForm'
import { requireAccount } from '@/lib/accounts/loaders'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().ownAccount.password.title,
  robots: { index: false },
})

export default async function PasswordPage() {
  const texts = messages().ownAccount.password
  const { name } = await requireAccount(paths.accountPassword())
  return (
    <AccountSheet title={texts.title} intro={texts.intro}>
      <ChangePasswordForm name={name} />
      <BackToAccount />
    </AccountSheet>
  )
}
