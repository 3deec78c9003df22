import type { Metadata } from 'next'
import { ReportList } from '@/components/moderation/ReportList'
import { loadReports } from '@/lib/reports/loaders'
import { reports } from '@/lib/texts/en/reports'

export const metadata: Metadata = { title: reports.list.title, robots: { index: false } }

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Reports({ searchParams }: Props) {
  return <ReportList list={await loadReports(await searchParams)} now={new Date()} />
}
