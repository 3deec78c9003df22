import type { Metadata } from 'next'
import { ReportList } from '@/components/reports/ReportList'
import type { Query } from '@/lib/input/address'
import { readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadReports } from '@/lib/reports/loaders'
import { routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().reports.list.title,
  robots: { index: false },
})

interface Props {
  searchParams: Query
}

export default async function Reports({ searchParams }: Props) {
  return (
    <ReportList list={await loadReports(await readQuery(searchParams, routes.reports))} now={new Date()} />
  )
}
