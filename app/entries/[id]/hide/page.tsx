import type { Metadata } from 'next'
import { HidingSheet } from '@/components/withholding/HidingSheet'
import { type Query, readQuery, readSegments } from '@/lib/input/address'
import { withholding } from '@/lib/texts/en/withholding'
import { loadHidingPage } from '@/lib/withholding/loaders'

export const metadata: Metadata = { title: withholding.heading, robots: { index: false } }

interface Props {
  params: Promise<{ id: string }>
  searchParams: Query
}

export default async function HidePage({ params, searchParams }: Props) {
  return (
    <HidingSheet
      page={
        await loadHidingPage(
          (await readSegments(params)).id,
          await readQuery(searchParams, 'words', 'before'),
        )
      }
    />
  )
}
