import type { Metadata } from 'next'
import { ReceiptSheet } from '@/components/reports/ReceiptSheet'
import { StatusSheet } from '@/components/reports/StatusSheet'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadReceipt } from '@/lib/reports/loaders'

export const generateMetadata = (): Metadata => ({
  title: messages().reports.status.title,
  robots: { index: false },
})

export default async function ReportReceipt({ params }: { params: Promise<{ receipt: string }> }) {
  const typed = (await readSegments(params)).receipt
  const at = await loadReceipt(typed)
  if (at.state === 'found') return <ReceiptSheet report={at.report} />
  return <StatusSheet typed={typed} problem={at.problem} />
}
