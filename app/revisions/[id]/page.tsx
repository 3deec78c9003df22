import type { Metadata } from 'next'
import { RevisionPage } from '@/components/revisions/RevisionPage'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadPermalink } from '@/lib/revisions/permalink'
import { canonical } from '@/lib/wiki/canonical'

interface Props {
  params: Promise<{ id: string }>
}

const load = async ({ params }: Props) => loadPermalink((await readSegments(params)).id, false)

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { history } = messages()
  const at = await load(props)
  if (at?.state !== 'found')
    return { title: at?.deletion.name ?? history.permalink.missing, robots: { index: false } }
  const { number, entry, isHead } = at.permalink.line
  const title = history.permalink.title(entry.label, number)
  return { title, ...canonical(entry.path), ...(!isHead && { robots: { index: false } }) }
}

export default async function Revision(props: Props) {
  return <RevisionPage at={await load(props)} />
}
