import type { Metadata } from 'next'
import { ReportSheet } from '@/components/reports/ReportSheet'
import type { Query } from '@/lib/input/address'
import { readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadReportForm } from '@/lib/reports/loaders'
import { routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().reports.title,
  robots: { index: false },
})

interface Props {
  searchParams: Query
}

export default async function Report({ searchParams }: Props) {
  return <ReportSheet form={await loadReportForm(await readQuery(searchParams, routes.fileReport))} />
}
