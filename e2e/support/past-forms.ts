import type { Page } from '@playwright/test'
import { citationOf } from '@/lib/content/fresh-citation'
import { emptyFact } from '@/lib/kinds/schemas/empty-fact'
import { emptyPage } from '@/lib/kinds/schemas/empty-page'
import type { FactContent } from '@/lib/kinds/schemas/fact'
import { inAddress, type NewPage } from './edit-form'
import { actionNamed } from './operations/build'
import { callAction } from './operations/call-action'
import { writing } from './operations/stage'
import { freshWord } from './story'

/*
 * What stories begin with, made by the actions that forms call, and past the forms: the pages that are shared stand, and
 * nothing of them has been opened in a browser.
 */

/**
 * Each block is known by its place: the same words at the same place are the same block in every version. What begins
 * with # signs and a space is a heading of the level that they count.
 */
const docOf = (part: string, paragraphs: string[]) => ({
  type: 'doc' as const,
  content: paragraphs.map((words, place) => {
    const [, signs = '', text = ''] = /^(#* ?)(.*)$/.exec(words) ?? []
    const content = [{ type: 'text' as const, text }]
    const id = `${part}-${place}`
    return signs === ''
      ? { type: 'paragraph' as const, attrs: { id }, content }
      : { type: 'heading' as const, attrs: { id, level: signs.trim().length }, content }
  }),
})

/** A page past the form: of any kind, with the words of fields by their keys. */
interface Written extends NewPage {
  kind?: string
  isLiving?: boolean
  infobox?: Record<string, string>
}

const contentOf = (
  title: string,
  { lead = 'A page of its own.', paragraphs = [], kind = 'theme', infobox = {}, isLiving }: Written,
) => ({
  ...emptyPage(title, kind, 'en'),
  ...(isLiving !== undefined && { isLiving }),
  infobox: Object.fromEntries(
    Object.entries(infobox).map(([key, text]) => [key, [{ type: 'text' as const, text }]]),
  ),
  lead: docOf('lead', [lead]),
  body: docOf('body', paragraphs),
})

async function save(page: Page, fields: Record<string, string>) {
  const { id } = actionNamed('lib/pages/actions.ts savePage')
  return callAction(page.request, { id, path: '/new/page' }, fields)
}

type Answer = Awaited<ReturnType<typeof save>>

function expectLive({ word, text }: Answer): void {
  if (word !== 'live') throw new Error(`it was not published: ${text}`)
}

function numberOf({ word, text }: Answer): number {
  if (word !== 'waits') throw new Error(`it does not wait: ${text}`)
  return Number(/"submissionId":(\d+)/.exec(text)?.[1])
}

/** Publishes a page that no other story knows, as somebody who may, and gives its title. */
export async function publishNewPage(page: Page, written: Written = {}): Promise<string> {
  const { title = `Tale ${freshWord()}` } = written
  expectLive(await save(page, writing(contentOf(title, written))))
  return title
}

/** The entry at an address. */
export async function entryAt(page: Page, path: string): Promise<number> {
  const html = await (await page.request.get(path)).text()
  return Number(/data-entry="(\d+)"/.exec(html)?.[1])
}

const saveFact = (page: Page, content: Partial<FactContent>, base?: { id: number; number: number }) => {
  const { id } = actionNamed('lib/facts/actions.ts saveFact')
  return callAction(page.request, { id, path: '/facts/1/edit' }, writing({ ...emptyFact, ...content }, base))
}

const says = (statement: string) => [{ type: 'text' as const, text: statement }]

/** Publishes a fact about a page that was published so, as somebody who may, and gives its number. */
export async function publishNewFact(
  page: Page,
  about: string,
  statement: string,
  rest: Partial<FactContent> = {},
): Promise<number> {
  const subject = await entryAt(page, `/wiki/${inAddress(about)}`)
  const answer = await saveFact(page, { statement: says(statement), about: [subject], ...rest })
  expectLive(answer)
  return Number(/"path":"\/facts\/(\d+)/.exec(answer.text)?.[1])
}

/** Puts other words into a fact that was published so, as somebody who may. */
export async function rewordFact(
  page: Page,
  {
    number,
    about,
    statement,
    ...rest
  }: { number: number; about: string; statement: string } & Partial<Omit<FactContent, 'about' | 'statement'>>,
): Promise<void> {
  const subject = await entryAt(page, `/wiki/${inAddress(about)}`)
  const base = { id: await entryAt(page, `/facts/${number}`), number: 1 }
  expectLive(await saveFact(page, { statement: says(statement), about: [subject], ...rest }, base))
}

/** Sends what a person says of their private life, in their own words, and gives the number under which it waits. */
export async function submitConfession(page: Page, person: string, statement: string): Promise<number> {
  const [subject, source] = [
    await entryAt(page, `/wiki/${inAddress(person)}`),
    await entryAt(page, '/sources/1'),
  ]
  const citations = [citationOf(source, { directness: 'original', opened: 'yes' })]
  const theirs = { about: [subject], speaker: subject, isPrivateLife: true, citations }
  return numberOf(await saveFact(page, { statement: says(statement), ...theirs }))
}

/** Sends such a page as somebody whose edits wait, and gives the number under which it does. */
export async function submitNewPage(page: Page, written: NewPage = {}): Promise<number> {
  const { title = `Tale ${freshWord()}` } = written
  return numberOf(await save(page, writing(contentOf(title, written))))
}

interface Edit extends Written {
  /** The version that it starts from. */
  base?: number
  summary?: string
}

/** What a page is to say from now on, all of it. */
async function edit(page: Page, title: string, { base = 1, summary = '', ...written }: Edit) {
  const html = await (await page.request.get(`/wiki/${inAddress(title)}`)).text()
  const id = Number(/data-entry="(\d+)"/.exec(html)?.[1])
  return save(page, writing(contentOf(title, written), { id, number: base }, { summary }))
}

/** Puts other words on a page that was published so, as somebody who may. */
export async function publishEdit(page: Page, title: string, written: Edit): Promise<void> {
  expectLive(await edit(page, title, written))
}

/** Sends other words for such a page as somebody whose edits wait, and gives the number under which they do. */
export async function submitEdit(page: Page, title: string, written: Edit): Promise<number> {
  return numberOf(await edit(page, title, written))
}

/** Accepts what waits under this number, as somebody who may. */
export async function acceptPastForm(page: Page, submission: number): Promise<void> {
  const path = `/review/${submission}`
  const html = await (await page.request.get(path)).text()
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
  const names = ['key', 'submissionId', 'roundNumber']
  const fields = Object.fromEntries(names.map((name) => [name, field(name)]))
  const { id } = actionNamed('lib/review/actions.ts acceptAction')
  const answer = await callAction(page.request, { id, path }, fields)
  if (answer.word !== 'done') throw new Error(`${submission} was not accepted: ${answer.text}`)
}
