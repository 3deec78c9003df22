import { randomUUID } from 'node:crypto'
import type { APIRequestContext, Page } from '@playwright/test'
import { emptyPage } from '@/lib/kinds/schemas/empty-page'
import { titlePath } from '@/lib/titles/spelling'
import { actionNamed } from './support/operations/build'
import { callAction } from './support/operations/call-action'
import { writing } from './support/operations/stage'
import { ask } from './support/raw-request'
import { expect, freshWord, test } from './support/story'

const word = freshWord()

/** Titles that a server, a framework or a browser could take for something else. */
const ODD = [
  ...[`100% ${word}`, `${word}%`, `x%y/${word}`, `${word}%17`, `%41${word}`, `%2e%2e/${word}`],
  ...[
    `${word}%2Fb`,
    `${word}%5Cb`,
    `%00${word}`,
    `%${word}%%`,
    `${word}%253F`,
    `${word}%u0041`,
    `%c3%a9 ${word}`,
  ],
  ...[
    `${word}?a=b&c;d`,
    `${word}#b`,
    `${word}+b`,
    `:${word}:`,
    `"${word}'<b>&amp;`,
    `.${word}`,
    `...${word}/...`,
  ],
  ...[
    `${word}.rsc/b`,
    `${word}.rsc?`,
    `[...${word}]`,
    `%5B...title%5D ${word}`,
    `(..)${word}`,
    `$\{${word}}@*!`,
  ],
  ...[`👩‍👩‍👧 ${word} 🏳️‍🌈`, `${word} n\u0303\u0324`, `مرحبا ${word}`, `${word} ${'ཀ'.repeat(150)}`],
]

const titleOf = (html: string) => decoded(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '')
const headingOf = (html: string) => decoded(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '')
const valuesOf = (html: string) =>
  [...html.matchAll(/ value="([^"]*)"/g)].map((found) => decoded(found[1] ?? ''))

function decoded(html: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }
  return html.replace(/<[^>]*>/g, '').replace(/&(#x27|\w+);/g, (all, name: string) => named[name] ?? all)
}

async function publish(by: APIRequestContext, title: string): Promise<string> {
  const { id } = actionNamed('lib/pages/actions.ts savePage')
  const answer = await callAction(by, { id, path: '/new/page' }, writing(emptyPage(title, 'theme', 'en')))
  expect(answer.word, answer.text).toBe('live')
  return `/wiki/${titlePath(title)}`
}

const entryOn = (html: string) => String(/data-entry="(\d+)"/.exec(html)?.[1])

async function onEntry(by: APIRequestContext, name: string, fields: Record<string, string>) {
  const { id } = actionNamed(`lib/moderation/actions.ts ${name}`)
  const path = `/entries/${fields.entryId}/rename`
  const answer = await callAction(by, { id, path }, { reason: 'Part of a test', ...fields })
  expect(answer.word, answer.text).toBe('done')
}

test('a page is what it is called, at every address that holds its title, whatever characters that has', async ({
  moderator: page,
}) => {
  const by = page.context().request
  const read = async (path: string) => {
    const answer = await by.get(path, { maxRedirects: 0 })
    expect(answer.status(), path).toBe(200)
    return answer.text()
  }
  for (const title of ODD.map((one) => one.normalize('NFC'))) {
    const path = await publish(by, title)
    const html = await read(path)
    expect([headingOf(html), titleOf(html)]).toEqual([title, expect.stringContaining(title)])
    const at = titlePath(title)
    const others = ['history', 'links', 'info', 'edit'].map((about) => read(`/${about}/${at}`))
    for (const other of await Promise.all(others)) expect(titleOf(other)).toContain(title)
    expect(valuesOf(await read(`/new/fact?about=${encodeURIComponent(title)}`))).toContain(title)
  }
})

test('other spellings lead on, and what is encoded twice is a title of its own', async ({
  moderator: page,
}) => {
  const by = page.context().request
  const own = `${freshWord()}%41 b`
  const entryId = entryOn(await (await by.get(await publish(by, own))).text())
  const at = titlePath(own)
  for (const what of ['wiki', 'history', 'links', 'info'])
    expect(await ask(`/${what}/${at.toUpperCase()}`)).toEqual({ status: 308, location: `/${what}/${at}` })
  expect((await ask(`/wiki/${at.replace('%2541', '%41')}`)).location).toBe(
    `/wiki/${at.replace('%2541', 'A')}`,
  )
  expect((await ask(`/wiki/${at.replace('%2541', 'A')}`)).status).toBe(404)
  expect((await ask(`/wiki/${at.replace('%2541', '%252541')}`)).status).toBe(404)

  const renamed = `100% ${own}`
  await onEntry(by, 'renameAction', { entryId, title: renamed, key: randomUUID() })
  await onEntry(by, 'addAliasAction', { entryId, title: `%2e%2e/${own}` })
  const there = { status: 308, location: `/wiki/${titlePath(renamed)}` }
  expect(await ask(`/wiki/${at}`)).toEqual(there)
  expect(await ask(`/wiki/${titlePath(`%2e%2e/${own}`)}`)).toEqual(there)
})

test('no path is one address to the gateway and another to what renders', async () => {
  for (const [path, status] of [
    ['/wiki/%252e%252e/review', 404],
    ['/wiki/%252e%252e%252freview', 404],
    ['/wiki/%25252e%25252e/review', 404],
    ['/%2572eview', 404],
    ['/%252e%252e/moderation', 404],
    ['/facts%252f1', 404],
    ['/wiki/%2e%2e/review', 400],
    ['/wiki/..%2freview', 400],
    ['/wiki/a%5cb', 400],
    ['/wiki/%00', 400],
    ['/wiki/%', 400],
  ] as const)
    expect((await ask(path)).status, path).toBe(status)
  const { status } = await ask('/wiki/Joe_Locke', 'GET', { 'x-loreleaf-path': '/wiki/Nobody_at_all' })
  expect(status).toBe(200)
  expect((await ask('/edit/Joe_Locke', 'GET', { 'x-loreleaf-path': '/edit' })).status).toBe(200)
})

async function write(page: Page, words: string) {
  await page.getByRole('textbox', { name: 'Lead', exact: true }).fill(words)
  await page.getByRole('button', { name: /^(Publish|Save)$/ }).click()
}

test('somebody writes about “100% Nick%20”, continues from there, and always comes back to it', async ({
  moderator: page,
}) => {
  const title = `100% Nick%20 ${freshWord()}`
  const at = titlePath(title)
  await page.goto(`/wiki/${at}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await page
    .getByRole('link', { name: /Write|Create|Start/ })
    .first()
    .click()
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue(title)
  await page.getByLabel('Kind of page').selectOption({ label: 'Theme' })
  await write(page, 'All of Nick.')
  await page.waitForURL(`/wiki/${at}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)

  await page.goto(`/edit/${at}`)
  await write(page, 'Nearly all of Nick.')
  await page.waitForURL(`/wiki/${at}`)
  await expect(page.getByText('Nearly all of Nick.')).toBeVisible()
  await page.getByRole('link', { name: 'History' }).first().click()
  await expect(page).toHaveURL(`/history/${at}`)
  await page.getByRole('link', { name: 'Page', exact: true }).first().click()
  await expect(page).toHaveURL(`/wiki/${at}`)
  await page.getByRole('link', { name: 'Add a fact' }).first().click()
  await expect(page).toHaveURL(`/new/fact?about=${encodeURIComponent(title)}`)
  await expect(page.getByText(title).first()).toBeVisible()
  await page.goto(`/search?q=${encodeURIComponent(title)}`)
  await page.getByRole('link', { name: title }).first().click()
  await expect(page).toHaveURL(`/wiki/${at}`)
})
