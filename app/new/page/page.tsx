import type { Metadata } from 'next'
import { DeskPage } from '@/components/editor/DeskPage'
import { PageEditor } from '@/components/pages/PageEditor'
import { currentActor } from '@/lib/accounts/sessions/session'
import { loadPageForEditing } from '@/lib/pages/load-for-editing'
import { paths } from '@/lib/routes'
import { editing } from '@/lib/texts/en/editing'

export const metadata: Metadata = { title: editing.headings.newPage, robots: { index: false } }

export default async function NewPage() {
  const desk = await loadPageForEditing(await currentActor(), '')
  return (
    <DeskPage
      heading={editing.headings.newPage}
      withoutScript={<p className="note">{editing.noScript.page}</p>}
    >
      {desk && <PageEditor desk={desk} section={null} backTo={paths.home()} />}
    </DeskPage>
  )
}
