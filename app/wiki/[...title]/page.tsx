import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { ClosedEntry } from '@/components/entries/ClosedEntry'
import { DeletedEntry } from '@/components/entries/DeletedEntry'
import { MissingPage } from '@/components/pages/MissingPage'
import { PageArticle } from '@/components/pages/PageArticle'
import { askedTitle } from '@/lib/entries/loaders'
import { messages } from '@/lib/messages/messages'
import { loadAtTitle } from '@/lib/pages/loaders'
import { saysEnough } from '@/lib/pages/says-enough'
import { summaryOf } from '@/lib/pages/summary'
import { paths } from '@/lib/routes'
import { canonical } from '@/lib/wiki/canonical'

const load = async () => loadAtTitle(await askedTitle())

export async function generateMetadata(): Promise<Metadata> {
  const at = await load()
  if (at.state === 'found') {
    const { title, lead } = at.page
    const robots = saysEnough(at.page) ? {} : { robots: { index: false } }
    return { title, description: summaryOf(lead), ...canonical(paths.page(title)), ...robots }
  }
  if (at.state === 'moved') return {}
  if (at.state === 'closed') return { title: messages().reading.closedEntry.title, robots: { index: false } }
  return { title: at.title ?? messages().reading.missing.title, robots: { index: false } }
}

export default async function WikiPage() {
  const at = await load()
  if (at.state === 'moved') permanentRedirect(at.to)
  if (at.state === 'deleted') return <DeletedEntry deletion={at.deletion} />
  if (at.state === 'closed') return <ClosedEntry closed={at.closed} />
  if (at.state === 'missing') return <MissingPage at={at} />
  return <PageArticle page={at.page} />
}
