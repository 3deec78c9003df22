import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import postgres from 'postgres'
import { runningDatabase } from '../scripts/database'
import { writeNewPage } from './support/edit-form'
import { appoint, callOverHttp } from './support/operations/call-action'
import { widerThanTheScreen } from './support/screens'
import { expect, freshWord, type Person, signInByForm, test } from './support/story'

const PHONE = { width: 360, height: 780 }

const idOf = async (page: Page): Promise<number> => (await (await page.request.get('/api/me')).json()).id

/** Lets the two weeks be over: the worker does then what it would have done. */
async function letTwoWeeksPass(accountId: number): Promise<void> {
  const { env } = runningDatabase(process.env.STORIES_DATA ?? '')
  const owner = postgres(env.DATABASE_MIGRATION_URL, { max: 1 })
  await owner`update account_deletion set asked_at = asked_at - interval '15 days', due_at = now()
    where account_id = ${accountId}`
  await owner.end()
  const jobs = postgres(env.DATABASE_WORKER_URL, { max: 1 })
  await jobs`update jobs._private_jobs set run_at = now() where key = ${`delete-account ${accountId}`}`
  await jobs.end()
}

/** Asks for one's account to be deleted, with the keys of the keyboard alone. */
async function deleteByKeys(page: Page, { name, password }: Person): Promise<void> {
  await page.goto('/account/delete')
  expect(await widerThanTheScreen(page)).toEqual([])
  await page.getByRole('radio', { name: /^A neutral one/ }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.type(name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/sign-in\?done=leaving/)
  await expect(page.getByRole('status')).toContainText('deleted in 14 days')
}

test('somebody takes their data along, goes, stays after all, and goes: then their name is nowhere', async ({
  page,
  newFan,
  asksAsOwner,
  anotherVisitor,
}) => {
  const fan = await newFan(page)
  const id = await idOf(page)
  await appoint(asksAsOwner, id, 'trusted')
  const word = freshWord()
  const title = await writeNewPage(page, { paragraphs: [`An edit ${word}.`] })
  const path = `/${encodeURIComponent(title.replaceAll(' ', '_'))}`
  const entryId = (await page.locator('[data-entry]').first().getAttribute('data-entry')) ?? ''
  const thread = { key: crypto.randomUUID(), entryId, subject: 'A subject', words: `A comment ${word}.` }
  expect(await callOverHttp(page.request, 'thread.start', thread)).toBe('done')

  await page.setViewportSize(PHONE)
  await page.goto('/account/data')
  expect(await widerThanTheScreen(page)).toEqual([])
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download as data' }).click()
  const file = await (await saved).path()
  const all = JSON.parse(readFileSync(file, 'utf8'))
  expect(all).toMatchObject({ version: 1, isComplete: true, account: [{ name: fan.name, role: 'trusted' }] })
  expect(JSON.stringify(all.edits)).toContain(`An edit ${word}.`)
  expect(all.comments).toMatchObject([{ words: `A comment ${word}.` }])

  await deleteByKeys(page, fan)
  await signInByForm(page, fan)
  await expect(page).toHaveURL('/account/delete')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account is about to be deleted')
  expect(await callOverHttp(page.request, 'thread.start', { ...thread, key: crypto.randomUUID() })).toBe(
    'not_allowed',
  )
  await page.goto('/facts/1')
  await page.getByRole('status').getByRole('link', { name: 'Keep it' }).press('Enter')
  await expect(page).toHaveURL('/account/delete')
  await expect(page.getByRole('status')).toHaveCount(0)
  await page.getByRole('button', { name: 'Keep my account' }).press('Enter')
  await expect(page.getByRole('status')).toContainText('Your account stays')

  await deleteByKeys(page, fan)
  const reader = await anotherVisitor()
  await reader.goto(`/history${path}`)
  await expect(reader.getByRole('main')).toContainText(fan.name)
  await letTwoWeeksPass(id)
  await expect(async () => {
    await reader.goto(`/accounts/${id}`)
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText(/^Former fan \d+$/, { timeout: 100 })
  }).toPass()
  await expect(reader.getByRole('main')).toContainText('has deleted it')
  for (const place of [`/history${path}`, '/recent', `/talk${path}`, '/feeds/recent.atom']) {
    const answer = await reader.request.get(place)
    expect([place, answer.status()]).toEqual([place, 200])
    expect(await answer.text()).not.toContain(fan.name)
  }
  expect(await (await reader.request.get(`/history${path}`)).text()).toContain('Former fan')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false, viewport: PHONE })

  test('the blocked take their data and go, too; a moderator says why they look at networks', async ({
    page,
    newFan,
    owner,
  }) => {
    const fan = await newFan(page)
    const id = await idOf(page)
    const block = { accountId: String(id), reason: 'Advertising', length: 'three' }
    expect(await callOverHttp(owner.request, 'account.block', block)).toBe('done')

    await owner.goto(`/accounts/${id}/networks`)
    await owner.getByLabel('Why do you look?').fill(`the same advertising ${id}`)
    await owner.getByRole('button', { name: 'Look, and record' }).click()
    await expect(owner.getByText('That you looked is recorded')).toBeVisible()
    await owner.goto('/moderation/look-ups')
    await expect(owner.getByRole('listitem').filter({ hasText: `the same advertising ${id}` })).toContainText(
      `looked at the networks of ${fan.name}`,
    )

    await page.goto('/account/data')
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download as a page' }).click()
    const html = readFileSync(await (await saved).path(), 'utf8')
    expect(html).toContain('Advertising')
    expect(html).toContain('account.look-up-networks')
    expect(html).not.toContain('the same advertising')

    await page.goto('/account/delete')
    await page.getByRole('radio', { name: 'Your name stays' }).check()
    await page.getByLabel(/^Type your name/).fill('Somebody else')
    await page.getByLabel('Your password').fill(fan.password)
    await page.getByRole('button', { name: 'Delete my account' }).click()
    await expect(page.getByLabel(/^Type your name/)).toHaveAccessibleDescription(
      /not the name of your account/,
    )
    await expect(page.getByRole('radio', { name: 'Your name stays' })).toBeChecked()
    await page.getByLabel(/^Type your name/).fill(fan.name)
    await page.getByLabel('Your password').fill(fan.password)
    await page.getByRole('button', { name: 'Delete my account' }).click()
    await expect(page).toHaveURL(/\/sign-in\?done=leaving/)
    await page.goto('/account')
    await expect(page).toHaveURL(/\/sign-in/)
  })
})
