import type { Metadata } from 'next'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { BackToAccount } from '@/components/accounts/BackToAccount'
import { RenameSelfForm } from '@/components/accounts/RenameSelfForm'
import { requireAccount } from '@/lib/accounts/loaders'
import { OWN_RENAMES } from '@/lib/accounts/names/own-renames'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().ownAccount.name.title,
  robots: { index: false },
})

export default async function NamePage() {
  const texts = messages().ownAccount.name
  const { name } = await requireAccount(paths.accountName())
  return (
    <AccountSheet title={texts.title} intro={texts.intro(OWN_RENAMES.days)}>
      <RenameSelfForm name={name} />
      <BackToAccount />
    </AccountSheet>
  )
}
