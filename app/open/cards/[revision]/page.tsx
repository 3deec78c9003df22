import type { Metadata } from 'next'
import { OpenCardSheet } from '@/components/facts/OpenCardSheet'
import { Notice } from '@/components/ui/Notice'
import { loadOpenCard } from '@/lib/facts/open-card'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

interface Props {
  params: Promise<{ revision: string }>
}

export const generateMetadata = (): Metadata => ({
  title: messages().reading.spoiler.show,
  robots: { index: false },
})

export default async function OpenCardPage({ params }: Props) {
  const { reading } = messages()
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
