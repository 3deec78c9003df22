import type { Page } from '@playwright/test'
import { inAddress } from './support/edit-form'
import { acceptPastForm, publishEdit, publishNewPage, submitEdit } from './support/past-forms'
import { expect, freshWord, test } from './support/story'

/** Everything that somebody can ask for about the page, but for its search, which says the words back. */
async function addressesOf(page: Page, title: string, submission?: number): Promise<string[]> {
  const history = await page.request.get(`/history/${inAddress(title)}`)
  const links = [...(await history.text()).matchAll(/href="(\/(?:diff|revisions|accounts)\/[^"?]+)"/g)].map(
    ([, path]) => path ?? '',
  )
  const fixed = ['/', '/recent', '/log', '/api/me', '/account', '/submissions']
  if (submission) fixed.push(`/submissions/${submission}`)
  const versions = links.flatMap((path) => (/\/diff\/\d+\/(\d+)/.exec(path)?.[1] ?? []) as string | [])
  return [
    ...new Set([
      ...fixed,
      `/wiki/${inAddress(title)}`,
      `/history/${inAddress(title)}`,
      ...links,
      ...versions.map((id) => `/revisions/${id}`),
    ]),
  ]
}

/** The addresses at which the words are still read. */
async function saying(page: Page, addresses: string[], words: string): Promise<string[]> {
  const read = async (path: string) => (await (await page.request.get(path)).text()).includes(words)
  const found = await Promise.all(addresses.map(async (path) => ((await read(path)) ? path : '')))
  const shown = found.filter(Boolean)
  const suggested = await page.request.get(`/api/suggest?q=${words}`)
  if ((await suggested.text()).includes(words)) shown.push('suggestions')
  await page.goto(`/search?q=${words}`)
  if ((await page.getByRole('main').getByRole('listitem').filter({ hasText: words }).count()) > 0)
    shown.push('search')
  return shown
}

test('a hidden sentence is gone from everywhere within five seconds; moderators still read it', async ({
  page,
  newFan,
  anotherVisitor,
  moderator,
}) => {
  const canary = `canary${freshWord()}`
  const title = await publishNewPage(moderator, { paragraphs: ['It began with a comic.'] })

  // A fan brings the sentence, in the text and in the summary; it stays in another version; the head is clean.
  await newFan(page)
  const began = 'It began with a comic.'
  const paragraphs = [began, `Rosa lives in ${canary} street.`]
  const submission = await submitEdit(page, title, { paragraphs, summary: `Adds where ${canary} is` })
  await acceptPastForm(moderator, submission)
  const lead = 'A page that goes on.'
  await publishEdit(moderator, title, { base: 2, lead, paragraphs })
  await publishEdit(moderator, title, { base: 3, lead, paragraphs: [began, 'Rosa lives somewhere.'] })

  const visitor = await anotherVisitor()
  const addresses = await addressesOf(page, title, submission)
  expect(addresses.filter((path) => path.startsWith('/revisions/'))).not.toEqual([])
  expect(await saying(visitor, addresses, canary)).not.toEqual([])

  await moderator.goto(`/history/${inAddress(title)}`)
  await moderator.getByRole('link', { name: 'Hide versions' }).first().click()
  await moderator.getByLabel('Words to look for').fill(canary)
  await moderator.getByRole('button', { name: 'Find' }).click()
  await expect(moderator.getByRole('status')).toContainText('2 versions say it, from version 2 to version 3.')
  await expect(moderator.getByRole('status')).toContainText('summary of version 2')
  await moderator.getByLabel('The summary').check()
  await moderator.getByLabel('Reason', { exact: true }).fill('Where a person lives')
  await moderator.getByRole('button', { name: 'Hide it' }).click()
  await expect(moderator.getByText('The text of versions 2 to 3: hidden')).toBeVisible()

  // At the first look: the gateway has received it before it answers who has just hidden, and nobody waits longer.
  for (const reader of [visitor, page]) expect(await saying(reader, addresses, canary)).toEqual([])
  expect(await (await moderator.request.get(`/review/${submission}`)).text()).toContain(canary)
})

test('suppressed, only owners still read it; erased, nobody does', async ({
  anotherVisitor,
  owner,
  moderator: page,
}) => {
  const canary = `canary${freshWord()}`
  const title = await publishNewPage(owner, { paragraphs: [`Rosa lives in ${canary} street.`] })
  await publishEdit(owner, title, { paragraphs: ['Rosa lives somewhere.'] })
  await owner.goto(`/wiki/${inAddress(title)}`)
  const hides = await owner.getByRole('link', { name: 'Hide versions' }).getAttribute('href')
  const seen = async (reader: Page) => {
    await reader.goto(`${hides}?words=${canary}`)
    return (await reader.getByRole('status').textContent()) ?? ''
  }
  const withhold = async (strength: RegExp) => {
    await owner.getByLabel(strength).check()
    await owner.getByLabel('Reason', { exact: true }).fill('Where a person lives')
    await owner.getByRole('button', { name: 'Hide it' }).click()
  }

  expect([await seen(page), await seen(owner)]).toEqual(
    Array(2).fill(expect.stringContaining('Version 1 says it')),
  )
  await withhold(/^Suppressed/)
  await expect(owner.getByText('The text of version 1: suppressed')).toBeVisible()
  expect(await seen(page)).toContain('No version says this.')
  expect(await seen(owner)).toContain('Version 1 says it')
  await withhold(/^Erased/)
  await expect(owner.getByText('The text of version 1: erased')).toBeVisible()
  expect(await seen(owner)).toContain('No version says this.')
  expect(await saying(await anotherVisitor(), await addressesOf(page, title), canary)).toEqual([])
})

test('what cannot be hidden says what to do instead, and nothing is half done', async ({
  moderator: page,
}) => {
  const title = await publishNewPage(page, { paragraphs: [`Only ${freshWord()} here.`] })
  await page.goto(`/wiki/${inAddress(title)}`)
  await page.getByRole('link', { name: 'Hide versions' }).click()
  await page.getByLabel('Reason', { exact: true }).fill('Unkind')
  await page.getByRole('button', { name: 'Hide it' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'This is the only version. Edit it out first',
  )
  await expect(page.getByLabel('Reason', { exact: true })).toHaveValue('Unkind')
  await page.goto(`/history/${inAddress(title)}`)
  await expect(page.getByText('text hidden')).toHaveCount(0)
})
