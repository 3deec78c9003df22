import type { Metadata } from 'next'
import { OpenCardSheet } from '@/components/facts/OpenCardSheet'
import { Notice } from '@/components/ui/Notice'
import { loadOpenCard } from '@/lib/facts/open-card'
import { readSegments } from '@/lib/input/address'
import { paths } from '@/lib/routes'
import { reading } from '@/lib/texts/en/reading'

interface Props {
  params: Promise<{ revision: string }>
}

export const metadata: Metadata = { title: reading.spoiler.show, robots: { index: false } }

export default async function OpenCardPage({ params }: Props) {
  const opened = await loadOpenCard((await readSegments(params)).revision)
  if (opened) return <OpenCardSheet opened={opened} />
  return (
    <Notice
      title={reading.notFound.title}
      lead={reading.notFound.lead}
      actions={[{ label: reading.notFound.home, path: paths.home() }]}
    />
  )
}
