import type { Metadata } from 'next'
import { AccountPage } from '@/components/accounts/AccountPage'
import { ChecksBy } from '@/components/facts/ChecksBy'
import { PersonsWords } from '@/components/talk/own-words/PersonsWords'
import { loadChecksBy } from '@/lib/facts/checks/by-account'
import { type Query, readQuery, readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadAccountPage } from '@/lib/revisions/loaders'
import { routes } from '@/lib/routes'
import { loadPersonsWords } from '@/lib/talk/own-words/shown'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Query
}

const load = async ({ params, searchParams }: Props) => {
  const { before, kind } = await readQuery(searchParams, routes.person)
  return loadAccountPage((await readSegments(params)).id, before, kind)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const page = await load(props)
  return { title: page?.name ?? messages().history.missing.accountTitle, robots: { index: false } }
}

export default async function Account(props: Props) {
  const { id } = await readSegments(props.params)
  const [page, words] = await Promise.all([load(props), loadPersonsWords(id)])
  const checks = page?.kind === 'checks' ? <ChecksBy checks={await loadChecksBy(id)} /> : null
  return (
    <AccountPage
      page={page}
      words={page && words && <PersonsWords accountId={page.id} shown={words} />}
      checks={checks}
    />
  )
}
