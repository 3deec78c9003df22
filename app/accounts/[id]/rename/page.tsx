import type { Metadata } from 'next'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { BackToTheirPage } from '@/components/accounts/BackToTheirPage'
import { RenameAccountForm } from '@/components/accounts/RenameAccountForm'
import { loadRenamePage } from '@/lib/accounts/loaders'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'

export const generateMetadata = (): Metadata => ({
  title: messages().accounts.rename.heading,
  robots: { index: false },
})

export default async function RenamePage({ params }: { params: Promise<{ id: string }> }) {
  const { accounts } = messages()
  const { id, name } = await loadRenamePage((await readSegments(params)).id)
  return (
    <AccountSheet title={accounts.rename.title(name)} intro={accounts.rename.intro}>
      <RenameAccountForm accountId={id} name={name} />
      <BackToTheirPage id={id} name={name} />
    </AccountSheet>
  )
}
