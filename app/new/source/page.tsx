import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { DeskPage } from '@/components/editor/DeskPage'
import { PlainSourceForm } from '@/components/sources/PlainSourceForm'
import { SourceEditor } from '@/components/sources/SourceEditor'
import { currentActor } from '@/lib/accounts/sessions/session'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { loadNewSource } from '@/lib/sources/load-for-editing'

export const generateMetadata = (): Metadata => ({
  title: messages().editing.headings.newSource,
  robots: { index: false },
})

export default async function NewSource() {
  const desk = await loadNewSource(await currentActor())
  return (
    <DeskPage
      isNarrow
      heading={messages().editing.headings.newSource}
      withoutScript={<PlainSourceForm idempotencyKey={randomUUID()} desk={desk} />}
    >
      <SourceEditor desk={desk} backTo={paths.sources()} />
    </DeskPage>
  )
}
