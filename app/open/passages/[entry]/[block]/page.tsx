import type { Metadata } from 'next'
import { PassageSheet } from '@/components/pages/PassageSheet'
import { Notice } from '@/components/ui/Notice'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadPassage } from '@/lib/pages/passage'
import { paths } from '@/lib/routes'

interface Props {
  params: Promise<{ entry: string; block: string }>
}

async function load({ params }: Props) {
  const { entry, block } = await readSegments(params)
  return loadPassage(entry, block)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { reading } = messages()
  const passage = await load(props)
  const title = passage ? reading.spoiler.heading(passage.title) : reading.spoiler.missing
  return { title, robots: { index: false } }
}

export default async function PassagePage(props: Props) {
  const { reading } = messages()
  const passage = await load(props)
  if (passage) return <PassageSheet passage={passage} />
  return (
    <Notice
      title={reading.spoiler.missing}
      lead={reading.notFound.lead}
      actions={[{ label: reading.notFound.home, path: paths.home() }]}
    />
  )
}
