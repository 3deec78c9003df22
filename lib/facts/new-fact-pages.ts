import { findTitleHolder } from '@/db/entries/titles'
import { findMainPage, findPageHead } from '@/db/pages/pages'
import { reads } from '@/db/postgres/client'
import { type Outcome, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import type { Message } from '@/lib/messages/message'
import { writersScope } from '@/lib/policy/policy'
import { loadSettings } from '@/lib/settings/loaders'
import { titleKey } from '@/lib/titles/title'

type Sent = Record<'speaker' | 'about' | 'about2' | 'about3', string>

/** The pages that somebody named, and the words among their answers that name no page of the wiki. */
interface Named {
  about: number[]
  speaker: number | null
  /** Who said it, where that is no page. */
  speakerWords: string | null
  aboutWords: string[]
}

/**
 * Finds the pages that a new fact is about and of who said it, by their titles. A name that no page bears is kept as
 * words. Who is not sure what it is about has it put on the speaker's page, else on the wiki's main one. Refused, at the
 * field, when a page named was deleted, and in a wiki without pages.
 */
export async function findPagesOfNewFact(sent: Sent): Promise<Outcome<Named>> {
  const { newFact } = codes()
  const speaker = await pageCalled(sent.speaker)
  const pages = await Promise.all(
    (['about', 'about2', 'about3'] as const).map(async (field) => {
      return { field, title: sent[field], page: await pageCalled(sent[field]) }
    }),
  )
  const gone = pages.find(({ page }) => page === 'deleted')
  if (gone) return refuseAt(gone.field, newFact.pageGone(gone.title))
  const speakerPage = typeof speaker === 'number' ? speaker : null
  const named = [...new Set(pages.flatMap(({ page }) => (typeof page === 'number' ? [page] : [])))]
  const main = named.length > 0 ? null : (speakerPage ?? (await findFallbackPage())?.id ?? null)
  if (named.length === 0 && main === null) return refuseAt('about', newFact.noPageYet)
  return {
    ok: true,
    about: main === null ? named : [main],
    speaker: speakerPage,
    speakerWords: speakerPage === null ? sent.speaker || null : null,
    aboutWords: pages.flatMap(({ page, title }) => (page === null && title ? [title] : [])),
  }
}

/** Where a fact is put whose author is not sure: the page that the wiki shows first, else its main work. */
export async function findFallbackPage(): Promise<{ id: number; label: string } | null> {
  const { featured_page: featured } = await loadSettings()
  const shown = featured === null ? null : await findPageHead(reads(), writersScope, featured)
  return shown ?? findMainPage(reads(), writersScope)
}

/** The id of the page with this title, today's or an earlier one; null when there is none. */
async function pageCalled(title: string): Promise<number | 'deleted' | null> {
  if (title === '') return null
  const holder = await findTitleHolder(reads(), titleKey(title))
  if (!holder) return null
  return holder.deletedAt === null ? holder.entryId : 'deleted'
}

const refuseAt = (field: string, message: Message) => refuse('invalid', message, { [field]: message })
