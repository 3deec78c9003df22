import type { Metadata } from 'next'
import { AccountPage } from '@/components/accounts/AccountPage'
import { type Query, readQuery, readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadAccountPage } from '@/lib/revisions/loaders'
import { routes } from '@/lib/routes'

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
  return <AccountPage page={await load(props)} />
}
