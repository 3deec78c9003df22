import { inAddress } from './support/edit-form'
import { publishEdit, publishNewPage } from './support/past-forms'
import { expect, test } from './support/story'

test('an old version keeps its address, says that it is old, and leads to the others', async ({
  moderator: page,
}) => {
  const title = await publishNewPage(page, { paragraphs: ['As it was at first.'] })
  await page.goto(`/wiki/${inAddress(title)}`)
  const permanent = page.getByRole('link', { name: 'Permanent link' })
  const first = (await permanent.getAttribute('href')) ?? ''
  expect(first).toMatch(/^\/revisions\/\d+$/)

  const summary = 'Brought up to date'
  await publishEdit(page, title, { paragraphs: ['As it is today.', 'And more.'], summary })

  await page.goto(first)
  await expect(page.getByText('As it was at first.')).toBeVisible()
  await expect(page.getByText('As it is today.')).toHaveCount(0)
  const banner = page.getByRole('complementary', { name: 'Which version this is' })
  await expect(banner).toContainText('Version 1')
  await expect(banner).toContainText('Not the current version')
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex')

  await banner.getByRole('link', { name: 'What changed since' }).click()
  await expect(page.getByText('Brought up to date').first()).toBeVisible()
  await page.getByRole('link', { name: 'Version 2' }).click()
  await expect(page.getByText('As it is today.')).toBeVisible()
  await expect(banner).toContainText('The current version')
  await banner.getByRole('link', { name: 'Older version' }).click()
  await expect(page).toHaveURL(first)
  await banner.getByRole('link', { name: 'Current page' }).click()
  await expect(page).toHaveURL(`/wiki/${inAddress(title)}`)

  await page.goto(`/history/${inAddress(title)}`)
  await page.getByRole('link', { name: 'as it was' }).last().click()
  await expect(page).toHaveURL(first)
})

test('a page tells what links to it and what is known of it, and so do facts and sources', async ({
  page,
}) => {
  await page.goto('/wiki/Olivia_Colman')
  await page.getByRole('link', { name: 'What links here' }).click()
  await expect(page).toHaveURL('/links/Olivia_Colman')
  await expect(page.getByRole('heading', { name: 'Facts about it' })).toBeVisible()
  await page.getByRole('link', { name: /^\w+ information$/ }).click()
  await expect(page.getByRole('definition').filter({ hasText: 'by 1 editor' })).toBeVisible()
  for (const path of ['/facts/1', '/sources/1']) {
    await page.goto(path)
    await expect(page.getByRole('contentinfo').or(page.locator('.licences')).first()).toContainText(
      'CC BY-SA 4.0',
    )
    await page.getByRole('link', { name: /^\w+ information$/ }).click()
    await expect(page).toHaveURL(`${path}/info`)
    await page.getByRole('link', { name: 'What links here' }).click()
    await expect(page).toHaveURL(`${path}/links`)
  }
})

test('the public log is read by everybody, and leads from an account to what concerns it', async ({
  page,
}) => {
  await page.goto('/log')
  await expect(page.getByRole('heading', { level: 1, name: 'Public log' })).toBeVisible()
  await page.getByLabel('Show').selectOption({ label: 'Blocks' })
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/\/log\?act=account\.block/)
  await page.goto('/accounts/1')
  await page.getByRole('link', { name: 'Log of this account' }).click()
  await expect(page).toHaveURL('/log?of=account:1')
})
