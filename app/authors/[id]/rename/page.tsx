import type { Metadata } from 'next'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { RenameAuthorForm } from '@/components/accounts/RenameAuthorForm'
import { loadAuthorPage } from '@/lib/accounts/loaders'
import { type Query, readQuery, readSegments } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { messages } from '@/lib/messages/messages'
import { paths, routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().accounts.rename.heading,
  robots: { index: false },
})

interface Props {
  params: Promise<{ id: string }>
  /** `entry`: the entry whose list of versions linked here. */
  searchParams: Query
}

export default async function RenameAuthorPage({ params, searchParams }: Props) {
  const { accounts, history } = messages()
  const { id, name, wiki } = await loadAuthorPage((await readSegments(params)).id)
  const entryId = numberOfAddress((await readQuery(searchParams, routes.renameAuthor)).entry)
  return (
    <AccountSheet title={accounts.renameAuthor.title(name, wiki)} intro={accounts.renameAuthor.intro}>
      <RenameAuthorForm authorId={id} name={name} />
      <p className="aside">
        {entryId === null ? (
          <a href={paths.recent()}>{history.toRecent}</a>
        ) : (
          <a href={paths.hideVersions(entryId)}>{history.hideVersions}</a>
        )}
      </p>
    </AccountSheet>
  )
}
