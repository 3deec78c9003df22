import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DeskPage } from '@/components/editor/DeskPage'
import { PageEditor } from '@/components/pages/PageEditor'
import { currentActor } from '@/lib/accounts/session'
import { loadPageForEditing } from '@/lib/pages/load-for-editing'
import { editing } from '@/lib/texts/en/editing'
import { pagePath, titleOfSegments } from '@/lib/titles/title'

interface Props {
  params: Promise<{ title: string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const title = titleOfSegments((await params).title)
  return { title: editing.headings.editPage(title ?? ''), robots: { index: false } }
}

export default async function EditPage({ params }: Props) {
  const title = titleOfSegments((await params).title)
  if (title === null) notFound()
  const desk = await loadPageForEditing(await currentActor(), title)
  if (!desk) notFound()
  const { headings, page, noScript } = editing
  return (
    <DeskPage
      heading={desk.currentTitle === null ? headings.newPage : headings.editPage(desk.currentTitle)}
      intro={desk.currentTitle === null ? page.newInvitation(title) : undefined}
      withoutScript={<p className="note">{noScript.page}</p>}
    >
      <PageEditor desk={desk} backTo={pagePath(desk.currentTitle ?? title)} />
    </DeskPage>
  )
}
