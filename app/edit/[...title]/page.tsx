import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EditFormPage } from '@/components/forms/EditFormPage'
import { PageEditor } from '@/components/pages/PageEditor'
import { plainText } from '@/lib/content/plain-text'
import { askedTitle } from '@/lib/entries/loaders'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadPageForEditing, type PageFormData } from '@/lib/pages/load-for-editing'
import { paths, routes } from '@/lib/routes'
import { currentActor } from '@/lib/sessions/session'
import { fromOf } from '@/lib/submissions/start'
import { titleInAddress } from '@/lib/titles/title'

interface Props {
  /** `section`: the id of the heading of the section to edit; `from`: which text to start from. */
  searchParams: Query
}

export async function generateMetadata(): Promise<Metadata> {
  const title = titleInAddress(await askedTitle())
  return { title: messages().editing.headings.editPage(title ?? ''), robots: { index: false } }
}

export default async function EditPage({ searchParams }: Props) {
  const title = titleInAddress(await askedTitle())
  if (title === null) notFound()
  const { from, section: asked } = await readQuery(searchParams, routes.editPage)
  const editForm = await loadPageForEditing(await currentActor(), title, fromOf({ from }))
  if (!editForm) notFound()
  const section = asked !== undefined && editForm.entryId !== null ? asked.slice(0, 32) : null
  const { page, noScript } = messages().editing
  return (
    <EditFormPage
      heading={headingOf(editForm, section)}
      intro={editForm.currentTitle === null ? page.newInvitation(title) : undefined}
      withoutScript={<p className="note">{noScript.page}</p>}
    >
      <PageEditor editForm={editForm} section={section} backTo={paths.page(editForm.currentTitle ?? title)} />
    </EditFormPage>
  )
}

function headingOf({ currentTitle, content }: PageFormData, section: string | null): string {
  const { headings } = messages().editing
  if (currentTitle === null) return headings.newPage
  const block = content.body.content.find((one) => one.attrs.id === section)
  return block?.type === 'heading'
    ? headings.editSection(plainText(block.content), currentTitle)
    : headings.editPage(currentTitle)
}
