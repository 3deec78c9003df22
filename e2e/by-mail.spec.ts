import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { linkIn, startMailbox } from '@/lib/mail/testing'
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

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return address !== null && typeof address === 'object' ? address.port : 0
}
