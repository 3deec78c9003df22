import type { Metadata } from 'next'
import { HidingSheet } from '@/components/withholding/HidingSheet'
import { withholding } from '@/lib/texts/en/withholding'
import { loadHidingPage } from '@/lib/withholding/loaders'

export const metadata: Metadata = { title: withholding.heading, robots: { index: false } }

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ words?: string | string[]; before?: string | string[] }>
}

export default async function HidePage({ params, searchParams }: Props) {
  return <HidingSheet page={await loadHidingPage((await params).id, await searchParams)} />
}
