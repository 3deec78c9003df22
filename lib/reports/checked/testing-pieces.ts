import { readRows } from '@/db/postgres/testing'
import { makeAccount, newKey, pageContent } from '@/lib/changesets/testing'
import type { PageContent } from '@/lib/kinds/schemas/page'
import type { AccountActor } from '@/lib/policy/actor'
import { fileReport } from '@/lib/reports/file-report'
import { reportSchema } from '@/lib/reports/schema'
import { loadPermalink } from '@/lib/revisions/permalink'
import { decideWords } from './decide'

/** A page of three passages, of which the one in the middle is reported. */
export const threePassages = (title: string, middle: string, more: Partial<PageContent> = {}) =>
  pageContent(title, { a: 'It begins.', p: middle, z: 'It ends.' }, more)

let networks = 0

/** Reports personal information by a form, each time from another network. */
export async function report(by: AccountActor, form: object) {
  const input = reportSchema.parse({ key: newKey(), category: 'personal_information', ...form })
  const outcome = await fileReport(by, input, { network: `network ${++networks}` })
  if (!outcome.ok) throw new Error('the report was refused')
  return outcome
}

/** The number in an entry's address. */
export const numberOf = async (id: number) =>
  String((await readRows(`select number::int from entry where id = ${id}`))[0]?.number)

/** Reports a piece of a page: by somebody trusted, who has not reported anything before, unless somebody is given. */
export const reportPiece = async (page: number, piece: string, by?: AccountActor) =>
  report(by ?? (await makeAccount('trusted')), { kind: 'page', id: await numberOf(page), piece })

/** Whether a report has closed words. */
export const hasClosed = async (answer: Promise<{ event: number | null }>) => (await answer).event !== null

/** The id of the closing that was made last. */
export const lastChecked = async () =>
  Number((await readRows('select id::int from checked_words order by id desc limit 1'))[0]?.id)

/** Decides about the words that were closed last, or about others. */
export async function decide(
  by: AccountActor,
  decision: 'upheld' | 'withheld' | 'changed',
  checkedId?: number,
): Promise<void> {
  const of = { checkedId: checkedId ?? (await lastChecked()), decision, answer: 'Looked at.' }
  const answer = await decideWords(by, of)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
}

/** What a page says now. */
export async function headOf(id: number): Promise<PageContent> {
  const [row] = await readRows(
    `select content from revision_content join entry on head_id = revision_id where entry.id = ${id}`,
  )
  return row?.content as PageContent
}

/** The same as one text. */
export const said = async (id: number) => JSON.stringify(await headOf(id))

/** The ids of an entry's versions, the first one first. */
export const versionsOf = async (id: number) =>
  (await readRows(`select id::int from revision where entry_id = ${id} order by number`)).map((row) =>
    Number(row.id),
  )

/** Whether everybody reads a word in a version. */
export const shows = async (revision: number, word: string) =>
  JSON.stringify(await loadPermalink(String(revision), false)).includes(word)
