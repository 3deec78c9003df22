import type { Metadata } from 'next'
import { ReportView } from '@/components/moderation/ReportView'
import { readSegments } from '@/lib/input/address'
import { loadReport } from '@/lib/reports/loaders'
import { reports } from '@/lib/texts/en/reports'

export const metadata: Metadata = { title: reports.list.title, robots: { index: false } }

export default async function OneReport({ params }: { params: Promise<{ id: string }> }) {
  return <ReportView found={await loadReport((await readSegments(params)).id)} now={new Date()} />
}
