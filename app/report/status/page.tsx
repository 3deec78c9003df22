import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { StatusSheet } from '@/components/reports/StatusSheet'
import { loadReceipt } from '@/lib/reports/loaders'
import { receiptPath } from '@/lib/reports/path'
import { reports } from '@/lib/texts/en/reports'

export const metadata: Metadata = { title: reports.status.title, robots: { index: false } }

interface Props {
  searchParams: Promise<{ receipt?: string | string[] }>
}

export default async function ReportStatus({ searchParams }: Props) {
  const { receipt } = await searchParams
  if (typeof receipt !== 'string') return <StatusSheet />
  const at = await loadReceipt(receipt)
  if (at.state === 'found') redirect(receiptPath(at.report.receipt))
  return <StatusSheet typed={receipt} problem={at.problem} />
}
