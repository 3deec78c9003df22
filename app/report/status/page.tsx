import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ReportedSheet } from '@/components/reports/ReportedSheet'
import { StatusSheet } from '@/components/reports/StatusSheet'
import { nextPath } from '@/lib/accounts/next-path'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadReceipt } from '@/lib/reports/loaders'
import { paths, routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().reports.status.title,
  robots: { index: false },
})

interface Props {
  searchParams: Query
}

export default async function ReportStatus({ searchParams }: Props) {
  const { receipt, again } = await readQuery(searchParams, routes.reportStatus)
  if (typeof again === 'string') return <ReportedSheet back={nextPath(again)} />
  if (typeof receipt !== 'string') return <StatusSheet />
  const at = await loadReceipt(receipt)
  if (at.state === 'found') redirect(paths.receipt(at.report.receipt))
  return <StatusSheet typed={receipt} problem={at.problem} />
}
