import type { Metadata } from 'next'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { RenameAuthorForm } from '@/components/accounts/RenameAuthorForm'
import { loadAuthorPage } from '@/lib/accounts/loaders'
import { accounts } from '@/lib/texts/en/accounts'

export const metadata: Metadata = { title: accounts.rename.heading, robots: { index: false } }

export default async function RenameAuthorPage({ params }: { params: Promise<{ id: string }> }) {
  const { id, name, wiki } = await loadAuthorPage((await params).id)
  return (
    <AccountSheet title={accounts.renameAuthor.title(name, wiki)} intro={accounts.renameAuthor.intro}>
      <RenameAuthorForm authorId={id} name={name} />
    </AccountSheet>
  )
}
