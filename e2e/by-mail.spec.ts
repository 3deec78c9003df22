import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { closeClients, primary, transaction } from '@/db/postgres/client'
import { edited, holdBack, makeAccount, newKey, pageContent, publishNew } from '@/lib/changesets/testing'
import { enqueue } from '@/lib/jobs/enqueue'
import { linkIn, startMailbox } from '@/lib/mail/testing'
import type { AccountActor } from '@/lib/policy/actor'
import { decline } from '@/lib/review/turn-down'
import { runningDatabase } from '../scripts/database'
import { widerThanTheScreen } from './support/screens'
import { expect, freshWord, test } from './support/story'
import { startWiki, type Wiki } from './support/wiki'

/** A wiki that sends mail, and the mailbox that it sends it to: the wiki of the other stories has none. */
let wiki: Wiki
let mailbox: Awaited<ReturnType<typeof startMailbox>>
let home: string

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  test.setTimeout(300_000)
  home = mkdtempSync(join(tmpdir(), 'loreleaf-by-mail-'))
  // Started by root, the database has a user of its own, who must be able to pass.
  chmodSync(home, 0o711)
  mailbox = await startMailbox()
  const port = await freePort()
  wiki = await startWiki({
    PORT: String(port),
    LORELEAF_DATA: join(home, 'data'),
    LORELEAF_ORIGIN: `http://localhost:${port}`,
    LORELEAF_TRUSTED_PROXIES: '1',
    SMTP_URL: mailbox.url,
    MAIL_FROM: 'Loreleaf <wiki@wiki.example>',
  })
})

test.afterAll(async () => {
  await wiki?.end('SIGTERM')
  await mailbox?.close()
  if (home) rmSync(home, { recursive: true, force: true })
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('who gave an address and forgot the password sets another one by mail', async ({ page }) => {
      const name = `Fan ${freshWord()}`
      const email = `${freshWord()}@example.org`
      const at = (path: string) => `${wiki.address}${path}`

      await page.goto(at('/sign-up?next=%2Ffacts%2F1'))
      await page.getByLabel('Name', { exact: true }).fill(name)
      await page.getByLabel('Password', { exact: true }).fill('gravel orchard lantern tea')
      await page.getByLabel('E-mail address').fill('no address')
      await page.getByRole('button', { name: 'Create account' }).click()
      await expect(page.getByLabel('E-mail address')).toHaveAccessibleDescription(/no e-mail address/)
      await page.getByLabel('E-mail address').fill(email)
      await page.getByLabel('Password', { exact: true }).fill('gravel orchard lantern tea')
      await page.getByRole('button', { name: 'Create account' }).click()
      await expect(page.getByRole('status')).toContainText(`We have sent a link to ${email}`)
      await page.getByRole('link', { name: 'Go on' }).click()
      await expect(page).toHaveURL(at('/facts/1'))

      // Opening the link is not enough: what scans mail opens it as well.
      const confirm = linkIn(await mailbox.next(email), '/confirm-email')
      await page.request.get(confirm)
      await page.goto(at('/account'))
      await expect(page.getByText(`${email}, not confirmed yet.`)).toBeVisible()
      await page.goto(confirm)
      await page.getByRole('button', { name: 'This is my address' }).click()
      await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible()
      await page.goto(confirm)
      await expect(page.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible()

      const forgetful = page
      await forgetful.goto(at('/account'))
      await forgetful.getByRole('button', { name: 'Sign out' }).click()
      await expect(forgetful).toHaveURL(at('/'))
      await forgetful.goto(at('/sign-in'))
      await forgetful.getByRole('link', { name: 'Forgot your password?' }).click()
      await forgetful.getByLabel('Your name, or your e-mail address').fill(email.toUpperCase())
      await forgetful.getByRole('button', { name: 'Send me a link' }).click()
      await expect(forgetful.getByRole('heading', { name: 'Look into your mail' })).toBeVisible()
      const sent = await forgetful.getByRole('main').textContent()

      const reset = linkIn(await mailbox.next(email), '/reset-password')
      await forgetful.goto(reset)
      await forgetful.getByLabel('New password').fill('short')
      await forgetful.getByRole('button', { name: 'Set the new password' }).click()
      await expect(forgetful.getByLabel('New password')).toHaveAccessibleDescription(/at least 8/)
      await forgetful.getByLabel('New password').fill('orchard lantern gravel tea')
      await forgetful.getByRole('button', { name: 'Set the new password' }).click()
      await expect(forgetful.getByRole('status')).toContainText('Your new password is set')
      await forgetful.getByLabel('Name', { exact: true }).fill(name)
      await forgetful.getByLabel('Password', { exact: true }).fill('orchard lantern gravel tea')
      await forgetful.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(forgetful).not.toHaveURL(/sign-in/)
      expect((await mailbox.next(email)).subject).toContain('was changed')

      await page.goto(at('/forgot-password'))
      await page.getByLabel('Your name, or your e-mail address').fill(`Nobody ${freshWord()}`)
      await page.getByRole('button', { name: 'Send me a link' }).click()
      await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible()
      expect(await page.getByRole('main').textContent()).toBe(sent)
    })
  })
}

test('a link leads to the wiki, whatever a request calls it; and no secret is in what the wiki prints', async ({
  page,
}) => {
  await page.goto(`${wiki.address}/sign-up`)
  const email = `${freshWord()}@example.org`
  await page.getByLabel('Name', { exact: true }).fill(`Fan ${freshWord()}`)
  await page.getByLabel('Password', { exact: true }).fill('gravel orchard lantern tea')
  await page.getByLabel('E-mail address').fill(email)
  await page.setExtraHTTPHeaders({ 'x-forwarded-host': 'elsewhere.example' })
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page).toHaveURL(/\/account\/email/)
  const link = linkIn(await mailbox.next(email), '/confirm-email')
  expect(link).toContain(`${wiki.address}/confirm-email`)
  await page.goto(link)
  await page.getByRole('button', { name: 'This is my address' }).click()
  await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible()
  const printed = wiki.output()
  for (const secret of [new URL(link).searchParams.get('token') ?? 'no token', 'gravel orchard', email])
    expect(printed).not.toContain(secret)
})

/** What is made past the forms, in the wiki that these stories have for themselves. */
test.describe('news', () => {
  const before: Record<string, string | undefined> = {}
  let moderator: AccountActor
  let title: string
  let entry: number

  test.beforeAll(async () => {
    const { env } = runningDatabase(join(home, 'data'))
    for (const [name, value] of Object.entries(env)) {
      before[name] = process.env[name]
      process.env[name] = value
    }
    moderator = await makeAccount('moderator')
    title = `Tale ${freshWord()}`
    entry = await publishNew(moderator, 'page', saying('One.'))
  })
  test.afterAll(async () => {
    await closeClients()
    for (const [name, value] of Object.entries(before))
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
  })

  const at = (path: string) => `${wiki.address}${path}`
  const saying = (words: string) => ({ ...pageContent(title, { p: words }), kind: 'theme' })

  /** Signs up on the page, and gives the account. */
  async function signUp(page: Page, email: string): Promise<AccountActor> {
    await page.goto(at('/sign-up'))
    const name = `Fan ${freshWord()}`
    await page.getByLabel('Name', { exact: true }).fill(name)
    await page.getByLabel('Password', { exact: true }).fill('gravel orchard lantern tea')
    await page.getByLabel('E-mail address').fill(email)
    await page.getByRole('button', { name: 'Create account' }).click()
    await expect(page).not.toHaveURL(/sign-up/)
    const { id } = await (await page.request.get(at('/api/me'))).json()
    return { kind: 'account', id, name, role: 'fan', isBlocked: false }
  }

  const sent = (fan: AccountActor) => holdBack(fan, edited('page', entry, 1, saying(freshWord())))
  const declined = (submissionId: number, reason: string) =>
    decline(moderator, { submissionId, roundNumber: 1, key: newKey(), reason })

  test('a digest arrives, one click ends it, and what is sent is chosen without signing in', async ({
    page,
    browser,
  }) => {
    const email = `${freshWord()}@example.org`
    const fan = await signUp(page, email)
    await page.goto(linkIn(await mailbox.next(email), '/confirm-email'))
    await page.getByRole('button', { name: 'This is my address' }).click()
    await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible()
    await page.goto(at('/account/mail'))
    await expect(page.getByLabel('What became of what you sent')).toHaveValue('daily')
    await expect(page.getByLabel('Answers, mentions and thanks')).toHaveValue('never')

    const reason = `No source says so, ${freshWord()}.`
    await declined(await sent(fan), reason)
    const told = `select 1 from notification where account_id = ${fan.id}`
    await expect.poll(async () => (await primary().execute(told)).length).toBe(1)
    await primary().execute(`update mail_plan set digest_at = now() where account_id = ${fan.id}`)
    await transaction(async (tx) => enqueue(tx, 'make-mails', {}))
    const mail = await mailbox.next(email)
    expect(mail.subject).toContain(`Not accepted: ${title}`)
    for (const part of [mail.text, mail.html]) expect(part).toContain(reason)

    // The bell says the same, and the mail leads to where they can ask.
    await page.reload()
    const bell = page.getByRole('banner').getByRole('link', { name: 'News: 1 new', exact: true })
    await expect(bell).toBeVisible()
    await page.goto(linkIn(mail, '/news/'))
    await expect(page.getByRole('main')).toContainText(reason)
    await page.getByLabel('Write to the reviewers').fill('Is the interview no source?')
    await page.getByRole('button', { name: 'Send', exact: true }).press('Enter')
    await expect(page.locator('.conversation .cm')).toContainText('Is the interview no source?')
    await expect(bell).toHaveCount(0)

    const [, oneClick = ''] = /^List-Unsubscribe: <(.+)>$/m.exec(mail.headers) ?? []
    const ended = await fetch(oneClick, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    })
    expect(ended.status).toBe(200)
    await page.goto(at('/account/mail'))
    await expect(page.getByLabel('What became of what you sent')).toHaveValue('never')

    for (const javaScriptEnabled of [true, false]) {
      const stranger = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 780 } })
      const phone = await stranger.newPage()
      await phone.goto(linkIn(mail, '/mail/'))
      await expect(phone.getByRole('main')).toContainText(`${email[0]}…@example.org`)
      await expect(phone.getByRole('main')).not.toContainText(email)
      await expect(phone.getByRole('main')).not.toContainText(fan.name)
      if (javaScriptEnabled) expect(await widerThanTheScreen(phone)).toEqual([])
      await phone.getByLabel('What became of what you sent').selectOption('weekly')
      await phone.getByLabel('Your time zone').selectOption('Asia/Tokyo')
      await phone.getByRole('button', { name: 'Save' }).click()
      await expect(phone.getByRole('status')).toContainText('Your choice is saved.')
      await expect(phone.getByLabel('Your time zone')).toHaveValue('Asia/Tokyo')
      await phone.getByRole('button', { name: 'Stop these mails' }).click()
      await expect(phone.getByRole('status')).toContainText('These mails have stopped.')
      await expect(phone.getByLabel('What became of what you sent')).toHaveValue('never')
      await stranger.close()
    }
  })

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false })

    test('who sends an edit is e-mailed when it is decided, once', async ({ page }) => {
      const email = `${freshWord()}@example.org`
      const fan = await signUp(page, '')
      const id = await sent(fan)
      await page.goto(at(`/submissions/${id}`))
      await page.getByLabel('E-mail me when it’s decided').fill('nowhere')
      await page.getByRole('button', { name: 'E-mail me' }).click()
      await expect(page.getByLabel('E-mail me when it’s decided')).toHaveAccessibleDescription(
        /no e-mail address/,
      )
      await page.getByLabel('E-mail me when it’s decided').fill(email)
      await page.getByRole('button', { name: 'E-mail me' }).click()
      await expect(page.getByText(`We have sent a link to ${email}.`)).toBeVisible()
      await page.goto(linkIn(await mailbox.next(email), '/confirm-wish'))
      await page.getByRole('button', { name: 'Yes, e-mail me' }).click()
      await expect(page.getByRole('heading', { name: 'You will get a mail' })).toBeVisible()
      await page.goto(at(`/submissions/${id}`))
      await expect(page.getByText(`We e-mail ${email} when it’s decided.`)).toBeVisible()
      const reason = `No source says so, ${freshWord()}.`
      await declined(id, reason)
      const mail = await mailbox.next(email)
      expect(mail.subject).toContain('Not accepted')
      expect(mail.text).toContain(reason)
      await page.goto(at('/account/email'))
      await expect(page.getByRole('main')).not.toContainText(email)
    })
  })
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return address !== null && typeof address === 'object' ? address.port : 0
}
