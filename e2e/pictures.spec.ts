import type { Page } from '@playwright/test'
import { photograph } from '@/lib/images/testing-photograph'
import { editFormOf, inAddress, openEditForm, send } from './support/edit-form'
import { publishNewPage } from './support/past-forms'
import { openCase } from './support/review'
import { expect, freshWord, test } from './support/story'

const PHONE = { width: 360, height: 740 }

/** A photo as a phone makes one: nothing else looks like it. */
async function photo(width = 1_400, height = 1_050) {
  const seed = 1 + Math.random() * 50
  const buffer = await photograph(width, height, seed).jpeg({ quality: 92 }).toBuffer()
  return { name: 'IMG_2041.jpg', mimeType: 'image/jpeg', buffer }
}

/** Chooses a picture in the form, and waits until the wiki has it. */
async function choose(page: Page, file: Awaited<ReturnType<typeof photo>>): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.getByText(/^Choose (a|another) picture$/).click()
  await (await choosing).setFiles(file)
  await expect(page.getByText('The picture is here.')).toBeVisible({ timeout: 30_000 })
}

/** How much of what is on the screen has moved while the page loaded. */
const shifts = (page: Page) => page.evaluate(() => (window as unknown as { shifted: number }).shifted)

const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    const seen = window as unknown as { shifted: number }
    seen.shifted = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shifted += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })

const statusOf = async (page: Page, address: string) => (await page.request.get(address)).status()

test('a photo of a phone is reviewed, stands on a page, is erased everywhere, and cannot come back', async ({
  page,
  newFan,
  moderator,
  owner,
  anotherVisitor,
}) => {
  const word = freshWord()
  const shot = await photo()
  const words = `A bench under the trees of ${word}`

  // A fan adds it with a phone.
  await page.setViewportSize(PHONE)
  await newFan(page)
  await page.goto('/files')
  await page.getByRole('link', { name: 'Add a picture' }).click()
  await choose(page, shot)
  await page.getByRole('button', { name: 'Send for review' }).click()
  await expect(page.getByText('Say what the picture shows.')).toBeVisible()
  await page.getByLabel('What does it show?').fill(words)
  await page.getByLabel('Who made it?').fill('Mo Amara')
  await page.getByLabel('CC BY 4.0').check()
  await page.getByRole('button', { name: 'Send for review' }).click()
  const waiting = page.getByRole('link', { name: /^Submission \d+$/ })
  const submission = Number((await waiting.textContent())?.replace('Submission ', ''))

  // Whoever reviews it sees it, and nobody else does.
  const visitor = await anotherVisitor()
  await openCase(moderator, submission)
  const proposed = moderator.getByRole('main').getByRole('img', { name: 'Picture' })
  await expect.poll(() => proposed.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1_400)
  const object = String(await proposed.getAttribute('src'))
  expect(await statusOf(page, object)).toBe(200)
  expect(await statusOf(visitor, object)).toBe(404)
  await moderator.getByRole('button', { name: 'Accept' }).click()
  await expect(moderator.getByRole('status').filter({ hasText: 'Accepted:' })).toBeVisible()
  await expect.poll(() => statusOf(visitor, object)).toBe(200)

  // It is put into a text by keyboard, with a caption.
  const title = await publishNewPage(moderator, { paragraphs: ['It began on a bench.'] })
  const { text } = await openEditForm(moderator, title)
  await text.click()
  const tools = moderator.getByRole('toolbar', { name: 'Text' })
  await tools.getByRole('button', { name: 'Picture' }).press('Enter')
  const panel = moderator.locator('.panel')
  await moderator.keyboard.insertText('nothingofthatname')
  await expect(panel.getByText('No picture of this wiki has these words.')).toBeVisible()
  const opening = moderator.waitForEvent('popup')
  await panel.getByRole('link', { name: 'Upload a new one' }).press('Enter')
  const upload = await opening
  await expect(upload).toHaveURL('/new/file')
  await upload.close()
  await panel.getByRole('combobox').fill(word)
  await expect(moderator.getByRole('option', { name: words })).toBeVisible()
  await moderator.keyboard.press('Enter')
  await moderator.keyboard.insertText('Where they met')
  await send(moderator)
  await moderator.waitForURL(`/wiki/${inAddress(title)}`)

  // A reader gets it in the size of the screen, and nothing moves.
  const reading = `/wiki/${inAddress(title)}`
  const source = async () => (await (await visitor.request.get(reading)).text()).includes('/800.avif 800w')
  await expect.poll(source, { timeout: 60_000 }).toBe(true)
  await visitor.setViewportSize(PHONE)
  await watchShifts(visitor)
  await visitor.goto(reading)
  const shown = visitor.getByRole('img', { name: words })
  await shown.scrollIntoViewIfNeeded()
  await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.complete)).toBe(true)
  const size = await shown.evaluate((img: HTMLImageElement) => new URL(img.currentSrc).pathname)
  expect(size).toMatch(new RegExp(`^${object}/(320|800)\\.(avif|webp)$`))
  expect(await shifts(visitor)).toBe(0)
  await expect(visitor.locator('figcaption')).toHaveText(/Where they met\s+Mo Amara, CC BY 4\.0/)
  await visitor.getByRole('link', { name: 'Mo Amara, CC BY 4.0' }).click()
  await expect(
    visitor.getByRole('region', { name: 'Used on' }).getByRole('link', { name: title }),
  ).toBeVisible()
  const file = new URL(visitor.url()).pathname

  // An owner puts another picture in its place, and erases this one.
  await owner.goto(`${file}/edit`)
  await choose(owner, await photo(900, 600))
  await editFormOf(owner).send.click()
  await owner.waitForURL(file)
  await owner.getByRole('link', { name: 'Hide versions' }).click()
  await owner.getByLabel(/^Erased/).check()
  await owner.getByLabel('Reason', { exact: true }).fill('The one in it asked for it')
  await owner.getByRole('button', { name: 'Hide it' }).click()
  await expect(owner.getByText('The text of version 1: erased')).toBeVisible()

  // It is gone from every address, for everybody.
  for (const address of [object, `${object}/320.webp`, `${object}/800.avif`, size])
    for (const reader of [visitor, page, moderator, owner])
      await expect.poll(() => statusOf(reader, address), address).toBe(404)
  const sha256 = object.split('/').at(-1) ?? ''
  const history = await (await visitor.request.get(`${file}/history`)).text()
  const versions = [...history.matchAll(/href="(\/(?:revisions|diff)\/[^"]+)"/g)].map(
    ([, path]) => path ?? '',
  )
  for (const path of [reading, file, '/files', `/search?q=${word}`, ...versions])
    expect(await (await visitor.request.get(path)).text(), path).not.toContain(sha256)

  // Sent again it is refused, and what was typed is kept.
  await page.goto('/new/file')
  await page.getByLabel('What does it show?').fill('The same again')
  const choosing = page.waitForEvent('filechooser')
  await page.getByText('Choose a picture', { exact: true }).click()
  await (await choosing).setFiles({ ...shot, name: 'again.jpg' })
  await expect(page.getByText(/was erased from this wiki/)).toBeVisible({ timeout: 30_000 })
  await expect(page.getByLabel('What does it show?')).toHaveValue('The same again')
})
