import type { Metadata } from 'next'
import { ReportView } from '@/components/reports/ReportView'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadReport } from '@/lib/reports/loaders'

export const generateMetadata = (): Metadata => ({
  title: messages().reports.list.title,
  robots: { index: false },
})

export default async function OneReport({ params }: { params: Promise<{ id: string }> }) {
  return <ReportView found={await loadReport((await readSegments(params)).id)} now={new Date()} />
}
