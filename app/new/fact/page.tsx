import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { DeskPage } from '@/components/editor/DeskPage'
import { FactEditor } from '@/components/facts/FactEditor'
import { PlainFactForm } from '@/components/facts/PlainFactForm'
import { currentActor } from '@/lib/accounts/session'
import { loadNewFact } from '@/lib/facts/load-for-editing'
import { editing } from '@/lib/texts/en/editing'
import { normalizeTitle, pagePath } from '@/lib/titles/title'

export const metadata: Metadata = { title: editing.headings.newFact, robots: { index: false } }

interface Props {
  searchParams: Promise<{ about?: string | string[] }>
}

export default async function NewFact({ searchParams }: Props) {
  const { about } = await searchParams
  const title = typeof about === 'string' ? normalizeTitle(about) : ''
  const desk = await loadNewFact(await currentActor(), title)
  return (
    <DeskPage
      isNarrow
      heading={editing.headings.newFact}
      withoutScript={<PlainFactForm idempotencyKey={randomUUID()} about={title} />}
    >
      <FactEditor desk={desk} backTo={title ? pagePath(title) : '/facts'} />
    </DeskPage>
  )
}
