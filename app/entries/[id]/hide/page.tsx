import type { Metadata } from 'next'
import { HidingSheet } from '@/components/withholding/HidingSheet'
import { type Query, readQuery, readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'
import { loadHidingPage } from '@/lib/withholding/loaders'

export const generateMetadata = (): Metadata => ({
  title: messages().withholding.heading,
  robots: { index: false },
})

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
          await readQuery(searchParams, routes.hideVersions),
        )
      }
    />
  )
}
