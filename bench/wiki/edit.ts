import { actionNamed } from '@/e2e/support/operations/build'
import { formToSend } from '@/e2e/support/operations/call-action'
import { edited, newKey, pageContent, paragraph, publishNew, publishNow } from '@/lib/changesets/testing'
import { ACTION_HEADER, FLIGHT_TYPE } from '@/lib/framework/headers'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { loadPageForEditing } from '@/lib/pages/load-for-editing'
import { markOf, WRITTEN_AS } from '@/lib/sessions/written-as'

import { ask } from '../answer'
import type { Person } from './people'
import type { BenchWiki } from './run'

/** A page that the bench edits: its content and revision. */
export interface Draft {
  entryId: number
  number: number
  content: PageContent
}

/** Loads an existing page. Throws when there is none of this title. */
export async function takeUp(person: Person, title: string): Promise<Draft> {
  const editForm = await loadPageForEditing(person.actor, title, 'published')
  if (!editForm?.entryId || !editForm.baseNumber) throw new Error(`there is no page ${title}`)
  return { entryId: editForm.entryId, number: editForm.baseNumber, content: editForm.content }
}

/** Writes a page of so many paragraphs, the size of an ordinary article at 20. */
export async function writePage(person: Person, title: string, paragraphs = 20): Promise<Draft> {
  const words = Array.from({ length: paragraphs }, (_, at) => [
    `p${at}`,
    `Paragraph ${at}. ${SENTENCE.repeat(5)}`,
  ])
  const content = { ...pageContent(title, Object.fromEntries(words)), kind: 'theme' }
  return { entryId: await publishNew(person.actor, 'page', content), number: 1, content }
}

const SENTENCE = 'Somebody said something that is worth knowing about how the series was made. '

/** The same page with a first paragraph that contains this word; nothing else changes. */
function saying({ content }: Draft, word: string): PageContent {
  const others = content.body.content.filter(({ attrs }) => attrs.id !== 'word')
  return { ...content, body: { type: 'doc', content: [paragraph('word', `Now: ${word}`), ...others] } }
}

/** Saves the page with another word in it, through the operation; gives the resulting draft, and the event. */
export async function saveByOperation(
  { actor }: Person,
  draft: Draft,
  word: string,
): Promise<{ draft: Draft; event: number }> {
  const content = saying(draft, word)
  const { event } = await publishNow(actor, edited('page', draft.entryId, draft.number, content))
  return { draft: { ...draft, content, number: draft.number + 1 }, event }
}

/** Saves it as a browser does: the server action, over HTTP, signed in. Also gives the response's cookies. */
export async function saveByAction(
  wiki: BenchWiki,
  person: Person,
  draft: Draft,
  word: string,
): Promise<{ draft: Draft; cookies: string[] }> {
  const content = saying(draft, word)
  const { entryId, number } = draft
  const changeset = {
    key: newKey(),
    summary: '',
    isMinor: false,
    entryId,
    baseNumber: number,
    content,
    sources: [],
  }
  const form = new Response(
    formToSend({ json: JSON.stringify(changeset), [WRITTEN_AS]: markOf(person.actor) }),
  )
  const answer = await ask(`${wiki.address}/new/page`, {
    method: 'POST',
    headers: {
      ...person.headers,
      origin: wiki.address,
      accept: FLIGHT_TYPE,
      [ACTION_HEADER]: saveAction(),
      'content-type': form.headers.get('content-type') ?? '',
    },
    body: Buffer.from(await form.arrayBuffer()),
  })
  if (!answer.body.includes('"outcome":"published"'))
    throw new Error(`not saved (${answer.status}): ${answer.body.toString().slice(0, 500)}`)
  const cookies = [answer.headers['set-cookie'] ?? []].flat().map((cookie) => cookie.split(';')[0] ?? '')
  return { draft: { ...draft, content, number: number + 1 }, cookies }
}

let savePage: string | undefined
function saveAction(): string {
  savePage ??= actionNamed('lib/pages/actions.ts savePage').id
  return savePage
}
