import type { Metadata } from 'next'
import { LogPage } from '@/components/public-log/LogPage'
import type { Query } from '@/lib/input/address'
import { readQuery } from '@/lib/input/address'
import { loadLog } from '@/lib/public-log/loaders'
import { publicLog } from '@/lib/texts/en/public-log'

interface Props {
  searchParams: Query
}

export const metadata: Metadata = { title: publicLog.title, robots: { index: false } }

export default async function Log({ searchParams }: Props) {
  return <LogPage log={await loadLog(await readQuery(searchParams, 'act', 'of', 'before'))} />
}
