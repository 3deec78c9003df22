import type { Page } from '@playwright/test'
import { inAddress, openEditForm, send, sendForReview } from './support/edit-form'
import { publishNewPage } from './support/past-forms'
import { accept, openCase } from './support/review'
import { sharedRoutes } from './support/shared-routes'
import { expect, freshWord, test } from './support/story'

/** What the addresses of the fact, its page and its source are made of. */
interface Place {
  title: string
  fact: string
  source: string
  account: string
  pageId: string
  factId: string
  /** The versions of the fact and of the page, the oldest first. */
  versions: string[]
  pageVersions: string[]
}

/** For every shared route the addresses that could show something of the fact. */
function addressesOf({ title, fact, source, account, pageId, factId, versions, pageVersions }: Place) {
  const at = inAddress(title)
  const [first, last] = versions
  const changes = [`0/${first}`, `${first}/${last}`, `0/${pageVersions[0]}`]
  return {
    '/': ['/'],
    '/wiki/[...title]': [`/wiki/${at}`],
    '/history/[...title]': [`/history/${at}`],
    '/links/[...title]': [`/links/${at}`, `/links/${at}?kind=about`, `/links/${at}?field=$fact.speaker`],
    '/info/[...title]': [`/info/${at}`],
    '/talk/[...title]': [`/talk/${at}`],
    '/threads/[id]': ['/threads/1'],
    '/previews/[...title]': [`/previews/${at}`],
    '/categories': ['/categories'],
    '/orphans': ['/orphans'],
    '/outlets': ['/outlets'],
    '/speakers': ['/speakers'],
    '/speakers/[...title]': [`/speakers/${at}`],
    '/timeline': ['/timeline', '/timeline?of=facts'],
    '/titles': ['/titles'],
    '/wanted': ['/wanted'],
    '/facts': ['/facts', '/facts?standing=first_hand', '/facts?standing=unsourced'],
    '/facts/[number]': [`/facts/${fact}`],
    '/facts/[number]/history': [`/facts/${fact}/history`],
    '/facts/[number]/links': [`/facts/${fact}/links`],
    '/facts/[number]/info': [`/facts/${fact}/info`],
    '/facts/[number]/talk': [`/facts/${fact}/talk`],
    '/fields': ['/fields'],
    '/files': ['/files'],
    '/files/[number]': ['/files/1'],
    '/files/[number]/history': ['/files/1/history'],
    '/files/[number]/links': ['/files/1/links'],
    '/files/[number]/info': ['/files/1/info'],
    '/files/[number]/talk': ['/files/1/talk'],
    '/sources': ['/sources', '/sources?outlet=netflix'],
    '/sources/[number]': [`/sources/${source}`],
    '/sources/[number]/history': [`/sources/${source}/history`],
    '/sources/[number]/links': [`/sources/${source}/links`],
    '/sources/[number]/info': [`/sources/${source}/info`],
    '/sources/[number]/talk': [`/sources/${source}/talk`],
    '/diff/[older]/[newer]': changes.map((pair) => `/diff/${pair}`),
    '/pages': ['/pages'],
    '/pages/[kind]': ['/pages/theme'],
    '/progress/places': ['/progress/places'],
    '/recent': ['/recent', '/recent?minor=hidden'],
    '/log': ['/log', '/log?act=entry.protect', `/log?of=entry:${factId}`],
    '/accounts/[id]': [`/accounts/${account}`, `/accounts/${account}?kind=fact`],
    '/revisions/[id]': [...versions, ...pageVersions].map((id) => `/revisions/${id}`),
    '/open/facts/[number]': [`/open/facts/${fact}`],
    '/open/cards/[revision]': versions.map((id) => `/open/cards/${id}`),
    '/open/passages/[entry]/[block]': [`/open/passages/${pageId}/none`],
    '/open/revisions/[id]': [...versions, ...pageVersions].map((id) => `/open/revisions/${id}`),
    '/open/diff/[older]/[newer]': changes.map((pair) => `/open/diff/${pair}`),
    '/apple-icon.png': ['/apple-icon.png'],
    '/favicon.ico': ['/favicon.ico'],
    '/icon.svg': ['/icon.svg'],
    '/manifest.webmanifest': ['/manifest.webmanifest'],
    '/opensearch.xml': ['/opensearch.xml'],
    '/cite/[citation]': [`/cite/fact-${fact}.txt`, '/cite/sources.json'],
    '/embed/facts/[number]': [`/embed/facts/${fact}`],
    '/share/[image]': [`/share/fact-${fact}.png`],
    '/feeds/[feed]': ['recent', 'facts', 'talk', `fact-${fact}`, `source-${source}`].map(
      (name) => `/feeds/${name}.atom`,
    ),
    '/robots.txt': ['/robots.txt'],
    '/sitemap.xml': ['/sitemap.xml'],
    '/sitemaps/[part]': ['/sitemaps/fact-1.xml', '/sitemaps/page-1.xml'],
  }
}

/** The routes at which a reader still finds the word. */
async function saying(reader: Page, word: string, addresses: Record<string, string[]>): Promise<string[]> {
  const read = async (path: string) => (await (await reader.request.get(path)).text()).includes(word)
  const opened: string[] = []
  for (const [route, paths] of Object.entries(addresses)) {
    if ((await Promise.all(paths.map(read))).includes(true)) opened.push(route)
  }
  return opened
}

const idIn = async (page: Page, path: string) => {
  const html = await (await page.request.get(path)).text()
  return {
    entry: /data-entry="(\d+)"/.exec(html)?.[1] ?? '',
    versions: [...new Set([...html.matchAll(/"\/revisions\/(\d+)"/g)].map(([, id]) => id ?? ''))].reverse(),
    account: [...html.matchAll(/"\/accounts\/(\d+)"/g)].at(-1)?.[1] ?? '',
  }
}

test('a fact about private life that lost its only source is read nowhere, by nobody; and comes back with it', async ({
  page,
  newFan,
  accounts,
  anotherVisitor,
  moderator,
  owner,
}) => {
  const word = `canary${freshWord()}`
  const title = await publishNewPage(moderator, { paragraphs: ['It began with a comic.'] })
  const bothAccept = async (submission: number) => {
    await openCase(moderator, submission)
    await moderator.getByRole('button', { name: 'Accept' }).click()
    await expect(moderator.getByRole('status').filter({ hasText: 'You agreed' })).toBeVisible()
    await accept(owner, submission)
  }

  // Nobody publishes private life alone: a moderator's form says so as soon as the box is ticked.
  await moderator.goto(`/new/fact?about=${inAddress(title)}`)
  await moderator.getByText('More, if you know it', { exact: true }).click()
  const box = moderator.getByLabel('It is about the private life of a living person')
  const toReviewers = moderator.getByLabel('Anything to tell the reviewers?')
  await expect(moderator.getByRole('button', { name: 'Publish', exact: true })).toBeVisible()
  await expect(toReviewers).toBeHidden()
  await box.check()
  await expect(moderator.getByRole('button', { name: 'Send for review', exact: true })).toBeVisible()
  await expect(moderator.getByText('Will be reviewed before it is shown.')).toBeVisible()
  await expect(toReviewers).toBeVisible()
  await box.uncheck()

  // Said by the person, in words that a fan has read; later put better.
  await newFan(page)
  await page.goto(`/new/fact?about=${inAddress(title)}`)
  await page.getByLabel('What did you learn?').fill(`I am a ${word}.`)
  await page.getByLabel('Who said it?').fill(title)
  await page.getByRole('option', { name: title }).click()
  await page.getByLabel('Where? Paste a link or describe it').fill(`Their own post ${freshWord()}`)
  await page.getByText('More, if you know it', { exact: true }).click()
  await page
    .getByLabel('Is this where it was said, or someone writing about it?')
    .selectOption({ label: 'where it was said: by the person, or in the work' })
  await page.getByLabel('Did you read or watch it there yourself?').selectOption({ label: 'yes' })
  await page.getByLabel('It is about the private life of a living person').check()
  await page.getByLabel('Anything to tell the reviewers?').fill(`That they are a ${word}`)
  await page.getByRole('button', { name: 'Send for review' }).click()
  const link = page.getByRole('link', { name: /^Submission \d+$/ })
  await bothAccept(Number((await link.textContent())?.replace('Submission ', '')))

  await page.goto(`/wiki/${inAddress(title)}`)
  const card = page.getByRole('article').filter({ hasText: word })
  const fact = /\/facts\/(\d+)/.exec(await card.innerHTML())?.[1] ?? ''
  await page.goto(`/facts/${fact}`)
  const source = /\/sources\/(\d+)/.exec(await page.getByRole('main').innerHTML())?.[1] ?? ''
  await page.goto(`/facts/${fact}/edit`)
  const statement = page.getByRole('textbox', { name: 'What is the fact?' })
  await statement.click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' Still.')
  await bothAccept(await sendForReview(page, `Still a ${word}`))
  await moderator.goto(`/facts/${fact}`)
  await moderator.getByRole('link', { name: 'Protect', exact: true }).click()
  await moderator.getByLabel('Reason', { exact: true }).fill('An edit war')
  await moderator.getByRole('button', { name: 'Protect it' }).click()
  await moderator.waitForURL(`/facts/${fact}`)
  const editForm = await openEditForm(moderator, title)
  await editForm.lead.fill('A page that goes on.')
  await send(moderator)
  await moderator.waitForURL(`/wiki/${inAddress(title)}`)

  const [ofFact, ofPage, ofSource] = [
    await idIn(page, `/facts/${fact}/history`),
    await idIn(page, `/history/${inAddress(title)}`),
    await idIn(page, `/sources/${source}/history`),
  ]
  const addresses: Record<string, string[]> = addressesOf({
    title,
    fact,
    source,
    account: ofFact.account,
    pageId: ofPage.entry,
    factId: ofFact.entry,
    versions: ofFact.versions,
    pageVersions: ofPage.versions,
  })
  expect(Object.keys(addresses).sort()).toEqual(sharedRoutes().sort())
  const closed = {
    search: [`/search?q=${word}`],
    suggestions: [`/api/suggest?q=I am a canary`],
    'form to edit it': [`/facts/${fact}/edit`],
    'undoing an edit of it': [`/revert/${ofFact.versions[1]}`],
    'form to report it': [`/report?fact=${fact}`, `/report?revision=${ofFact.versions[0]}`],
  }
  const visitor = await anotherVisitor()
  const fan = await anotherVisitor(accounts.fan)
  const before = await saying(visitor, word, addresses)
  expect(before.length).toBeGreaterThan(15)

  await moderator.goto(`/entries/${ofSource.entry}/delete`)
  await moderator.getByLabel('Reason', { exact: true }).fill('It was forged')
  await moderator.getByRole('button', { name: 'Delete the source' }).click()
  await expect(moderator.getByRole('main')).toContainText('It was forged')
  // At the first look: what was remembered of it is forgotten.
  for (const reader of [visitor, fan]) {
    expect(await saying(reader, word, addresses)).toEqual([])
    expect((await saying(reader, word, { ...closed, search: [] })).sort()).toEqual([])
    await reader.goto(`/search?q=${word}`)
    await expect(reader.getByText(`Nothing found for “${word}”`)).toBeVisible()
  }
  await visitor.goto('/recent')
  await expect(visitor.getByRole('link', { name: `Fact ${fact}`, exact: true }).first()).toBeVisible()
  expect(await saying(moderator, word, closed)).toContain('form to edit it')

  await moderator.goto(`/entries/${ofSource.entry}/delete`)
  await moderator.getByLabel('Why it is restored').fill('It was genuine')
  await moderator.getByRole('button', { name: 'Restore it' }).click()
  await moderator.waitForURL(`/sources/${source}`)
  expect(await saying(visitor, word, addresses)).toEqual(before)
})
