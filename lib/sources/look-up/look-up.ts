import { readSourceLine } from '@/lib/citations/source-line'
import { emptySource } from '@/lib/kinds/schemas/empty-source'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import { messages } from '@/lib/messages/messages'
import { operation } from '@/lib/operations/operation'
import { fetchByDoi } from '@/lib/outside/metadata/from-doi'
import { fetchByIsbn } from '@/lib/outside/metadata/from-isbn'
import { fetchByAddress } from '@/lib/outside/metadata/from-page'
import type { Unread } from '@/lib/outside/outcome'
import { network, type Reach } from '@/lib/outside/reach'
import type { AccountActor } from '@/lib/policy/actor'
import { authorize, readScopeOf } from '@/lib/policy/policy'
import { lookUpLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'
import { looksLikeIsbn, readDoi, readIsbn } from '@/lib/text/identifiers'
import { loadSite } from '@/lib/wiki/site'
import { type TakenApart, takeApart } from './address'
import { contentOf, contentOfAddress } from './content'
import { findKnown, type KnownSource } from './known'
import { isSamePlace } from './same-place'
import { lookUpSchema } from './schema'

/** What is known about what somebody typed, in the fields of a source. */
export interface LookedUp {
  /** The source that it is, where it is here already: then nothing was asked. */
  known: KnownSource | null
  source: SourceContent
  /** The place in it that the address names, such as a time. */
  locator: string | null
  /** Whether the fields were read where the source is. */
  isFilled: boolean
  /** A sentence about what could not be read, or is wrong with what was typed; null where all is well. */
  problem: string | null
}

/** What was typed, read as what it is. */
type Typed =
  | { is: 'doi'; doi: string }
  | { is: 'isbn'; isbn: string }
  | { is: 'address'; at: TakenApart; words: string | null }
  | { is: 'words'; problem: string | null }

/**
 * Looks up what somebody wants to cite: an address, a DOI, an ISBN, or words. Never refuses what was typed: without an
 * answer it gives what the text itself tells, and why there is no more. Refused to who may not write.
 */
export const lookUpSource = operation({
  name: 'source.look-up',
  who: 'account',
  input: lookUpSchema,
  audits: { nothing: 'it only reads' },
  run: async ({ actor }, { text }) => {
    authorize(actor, 'propose')
    return lookUp(actor, text, network((await loadSite()).name))
  },
})

/** The same with a reach of its own. */
export async function lookUp(actor: AccountActor, text: string, reach: Reach): Promise<LookedUp> {
  const typed = readTyped(text)
  const beforehand = beforeAsking(typed, text)
  if (typed.is === 'words') return beforehand
  const { url, doi, isbn } = beforehand.source
  const known = await findKnown(readScopeOf(actor), { url, doi, isbn })
  if (known) return { ...beforehand, known }
  const host = typed.is === 'address' ? new URL(typed.at.reads).hostname : typed.is
  if (await withinLimits(lookUpLimits(actor.id, host)))
    return { ...beforehand, problem: messages().lookingUp.tooMany }
  const found = await ask(typed, beforehand.source, reach)
  if (!found.ok) return { ...beforehand, problem: sentenceAbout(typed, found) }
  const { source } = found
  const isFilled = source.title !== null
  // An address may turn out to be that of a source that is here: by its own name for itself, or its DOI.
  return {
    ...beforehand,
    source: isFilled ? source : { ...source, title: beforehand.source.title },
    isFilled,
    known: await findKnown(readScopeOf(actor), source),
    problem: isFilled ? null : messages().lookingUp.untitled,
  }
}

function readTyped(text: string): Typed {
  const doi = readDoi(text)
  if (doi !== null) return { is: 'doi', doi }
  if (looksLikeIsbn(text)) {
    const isbn = readIsbn(text)
    return isbn === null ? { is: 'words', problem: messages().lookingUp.wrongIsbn } : { is: 'isbn', isbn }
  }
  const line = readSourceLine(text)
  if (!line) return { is: 'words', problem: messages().lookingUp.problem.address }
  if (line.url === null) return { is: 'words', problem: null }
  return { is: 'address', at: takeApart(line.url), words: line.words }
}

/** What the text itself tells. */
function beforeAsking(typed: Typed, text: string): LookedUp {
  const nothing = { known: null, locator: null, isFilled: false, problem: null }
  if (typed.is === 'address') {
    const { at, words } = typed
    return { ...nothing, source: { ...contentOfAddress(at), description: words }, locator: at.locator }
  }
  if (typed.is === 'words')
    return { ...nothing, source: { ...emptySource, description: text || null }, problem: typed.problem }
  const source =
    typed.is === 'doi'
      ? {
          ...emptySource,
          doi: typed.doi,
          url: `https://doi.org/${typed.doi}`,
          type: 'article-journal' as const,
        }
      : { ...emptySource, isbn: typed.isbn, type: 'book' as const }
  return { ...nothing, source }
}

async function ask(
  typed: Exclude<Typed, { is: 'words' }>,
  before: SourceContent,
  reach: Reach,
): Promise<{ ok: true; source: SourceContent } | Unread> {
  if (typed.is === 'doi') {
    const found = await fetchByDoi(typed.doi, reach)
    return found.ok
      ? { ok: true, source: contentOf(found.metadata, { url: before.url, doi: typed.doi }) }
      : found
  }
  if (typed.is === 'isbn') {
    const found = await fetchByIsbn(typed.isbn, reach)
    return found.ok ? { ok: true, source: contentOf(found.metadata, { isbn: typed.isbn }) } : found
  }
  const found = await fetchByAddress(typed.at.reads, reach)
  if (!found.ok) return found
  const { url, archiveUrl } = typed.at
  const own =
    found.canonical && archiveUrl === null && isSamePlace(url, found.canonical) ? found.canonical : url
  const { description, publisher } = before
  const source = contentOf(found.metadata, { url: takeApart(own).url, archiveUrl, description })
  return { ok: true, source: { ...source, publisher: source.publisher ?? publisher } }
}

function sentenceAbout({ is }: Typed, { why }: Unread): string {
  const { problem, unknownDoi, unknownIsbn } = messages().lookingUp
  if (why === 'gone' && is === 'doi') return unknownDoi
  if (why === 'gone' && is === 'isbn') return unknownIsbn
  return problem[why]
}
