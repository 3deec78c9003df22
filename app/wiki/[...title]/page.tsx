import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { ClosedEntry } from '@/components/entries/ClosedEntry'
import { DeletedEntry } from '@/components/entries/DeletedEntry'
import { MissingPage } from '@/components/pages/MissingPage'
import { PageArticle } from '@/components/pages/PageArticle'
import { StructuredData } from '@/components/sharing/StructuredData'
import { askedTitle } from '@/lib/entries/loaders'
import { messages } from '@/lib/messages/messages'
import type { PageView } from '@/lib/pages/compose'
import { loadAtTitle } from '@/lib/pages/loaders'
import { saysEnough } from '@/lib/pages/says-enough'
import { summaryOf } from '@/lib/pages/summary'
import { paths } from '@/lib/routes'
import { sharedName } from '@/lib/sharing/entries'
import { headOf } from '@/lib/sharing/heads'
import { pageData } from '@/lib/sharing/json-ld/page'
import { loadDiscussed } from '@/lib/talk/discussed'
import { loadOpenThreads } from '@/lib/talk/loaders'

const load = async () => loadAtTitle(await askedTitle())

export async function generateMetadata(): Promise<Metadata> {
  const at = await load()
  if (at.state === 'found') {
    const { title, lead, head } = at.page
    const { ofEntry, ofSpeaker } = messages().sharing.feeds
    return headOf({
      ...{ title, description: summaryOf(lead), path: paths.page(title), canBeEmbedded: true },
      isIndexed: saysEnough(at.page),
      picture: sharedName('page', head.number, 'png'),
      feeds: [
        [`page-${head.number}`, ofEntry(title)],
        ...(isSpeaker(at.page) ? [[`speaker-${head.number}`, ofSpeaker(title)] as const] : []),
      ],
    })
  }
  if (at.state === 'moved') return {}
  if (at.state === 'closed') return { title: messages().reading.closedEntry.title, robots: { index: false } }
  return { title: at.title ?? messages().reading.missing.title, robots: { index: false } }
}

/** Whether any fact that the page shows or names was said by whom it is about. */
const isSpeaker = ({ said, facts, title }: PageView) =>
  said !== null || facts.some((fact) => !fact.isClosed && fact.speaker?.path === paths.page(title))

export default async function WikiPage() {
  const at = await load()
  if (at.state === 'moved') permanentRedirect(at.to)
  if (at.state === 'deleted') return <DeletedEntry deletion={at.deletion} />
  if (at.state === 'closed') return <ClosedEntry closed={at.closed} />
  if (at.state === 'missing') return <MissingPage at={at} />
  const openThreads = await loadOpenThreads(at.page.id)
  const discussed = await loadDiscussed(at.page, openThreads)
  return (
    <>
      <PageArticle page={at.page} openThreads={openThreads} discussed={discussed} />
      <StructuredData data={pageData(at.page)} />
    </>
  )
}
