import type { Metadata } from 'next'
import { ReportSheet } from '@/components/reports/ReportSheet'
import type { Query } from '@/lib/input/address'
import { readQuery } from '@/lib/input/address'
import { askedKinds } from '@/lib/reports/asked'
import { loadReportForm } from '@/lib/reports/loaders'
import { reports } from '@/lib/texts/en/reports'

export const metadata: Metadata = { title: reports.title, robots: { index: false } }

interface Props {
  searchParams: Query
}

export default async function Report({ searchParams }: Props) {
  return <ReportSheet form={await loadReportForm(await readQuery(searchParams, ...askedKinds, 'about'))} />
}
