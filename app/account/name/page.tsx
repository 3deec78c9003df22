import type { Metadata } from 'next'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { BackToAccount } from '@/components/accounts/BackToAccount'
import { RenameSelfForm } from '@/components/accounts/RenameSelfForm'
import { requireAccount } from '@/lib/accounts/loaders'
import { paths } from '@/lib/routes'
import { ownAccount } from '@/lib/texts/en/own-account'

const texts = ownAccount.name

export const metadata: Metadata = { title: texts.title, robots: { index: false } }

export default async function NamePage() {
  const { name } = await requireAccount(paths.accountName())
  return (
    <AccountSheet title={texts.title} intro={texts.intro}>
      <RenameSelfForm name={name} />
      <BackToAccount />
    </AccountSheet>
  )
}
