import type { Metadata } from 'next'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { BackToAccount } from '@/components/accounts/BackToAccount'
import { ChangePasswordForm } from '@/components/accounts/ChangePasswordForm'
import { requireProof } from '@/lib/accounts/second-step/loaders'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().ownAccount.password.title,
  robots: { index: false },
})

export default async function PasswordPage() {
  const texts = messages().ownAccount.password
  const { proof } = await requireProof(paths.accountPassword())
  return (
    <AccountSheet title={texts.title} intro={texts.intro}>
      <ChangePasswordForm proof={proof} />
      <BackToAccount />
    </AccountSheet>
  )
}
