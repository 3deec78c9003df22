import type { Metadata } from 'next'
import { KindSheet } from '@/components/pages/KindLists'
import { Notice } from '@/components/ui/Notice'
import { type Query, readQuery, readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadPagesOfKind } from '@/lib/pages/lists'
import { paths, routes } from '@/lib/routes'
import { headOf } from '@/lib/sharing/heads'

interface Props {
  params: Promise<{ kind: string }>
  searchParams: Query
}

const load = async ({ params, searchParams }: Props) =>
  loadPagesOfKind(
    (await readSegments(params)).kind,
    (await readQuery(searchParams, routes.pagesOfKind)).after,
  )

export async function generateMetadata(props: Props): Promise<Metadata> {
  const kind = await load(props)
  if (!kind) return { title: messages().reading.notFound.title, robots: { index: false } }
  const { after } = await readQuery(props.searchParams, routes.pagesOfKind)
  return headOf({ title: kind.plural, path: paths.pagesOfKind(kind.key, { after }) })
}

export default async function PagesOfKind(props: Props) {
  const { reading } = messages()
  const kind = await load(props)
  if (kind) return <KindSheet kind={kind} />
  return (
    <Notice
      title={reading.pages.missingKind}
      lead={reading.notFound.lead}
      actions={[{ label: reading.pages.title, path: paths.pages() }]}
    />
  )
}
