import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { EditFormPage } from '@/components/forms/EditFormPage'
import { ImportForm } from '@/components/sources/ImportForm'
import { requireAccount } from '@/lib/accounts/loaders'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().importing.heading,
  robots: { index: false },
})

export default async function ImportSources() {
  await requireAccount(paths.importSources())
  const { heading, intro } = messages().importing
  return (
    <EditFormPage isNarrow heading={heading}>
      <p className="intro">{intro}</p>
      <ImportForm idempotencyKey={randomUUID()} />
    </EditFormPage>
  )
}
