import type { Metadata } from 'next'
import { ReportSheet } from '@/components/reports/ReportSheet'
import { loadReportForm } from '@/lib/reports/loaders'
import { reports } from '@/lib/texts/en/reports'

export const metadata: Metadata = { title: reports.title, robots: { index: false } }

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Report({ searchParams }: Props) {
  return <ReportSheet form={await loadReportForm(await searchParams)} />
}
