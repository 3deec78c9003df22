import type { Metadata } from 'next'
import { ReportList } from '@/components/moderation/ReportList'
import type { Query } from '@/lib/input/address'
import { readQuery } from '@/lib/input/address'
import { loadReports } from '@/lib/reports/loaders'
import { reports } from '@/lib/texts/en/reports'

export const metadata: Metadata = { title: reports.list.title, robots: { index: false } }

interface Props {
  searchParams: Query
}

export default async function Reports({ searchParams }: Props) {
  return (
    <ReportList list={await loadReports(await readQuery(searchParams, 'show', 'after'))} now={new Date()} />
  )
}
