import type { Metadata } from 'next'
import { AccountPage } from '@/components/accounts/AccountPage'
import { loadAccountPage } from '@/lib/revisions/loaders'
import { history } from '@/lib/texts/en/history'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ before?: string | string[]; kind?: string | string[] }>
}

const load = async ({ params, searchParams }: Props) => {
  const { before, kind } = await searchParams
  return loadAccountPage((await params).id, before, kind)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const page = await load(props)
  return { title: page?.name ?? history.missing.accountTitle, robots: { index: false } }
}

export default async function Account(props: Props) {
  return <AccountPage page={await load(props)} />
}
