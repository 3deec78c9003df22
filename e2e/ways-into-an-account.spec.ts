import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startSite } from '@/lib/accounts/outside/testing'
import { codeOf } from '@/lib/accounts/second-step/testing'
import { linkIn, startMailbox } from '@/lib/mail/testing'
import { freePort } from '../scripts/postgres/cluster'
import { widerThanTheScreen } from './support/screens'
import { expect, freshWord, test } from './support/story'
import { startWiki, type Wiki } from './support/wiki'

/** A wiki with a mailbox, and another site whose accounts sign in: the wiki of the other stories has neither. */
let wiki: Wiki
let mailbox: Awaited<ReturnType<typeof startMailbox>>
let site: Awaited<ReturnType<typeof startSite>>
let home: string

test.describe.configure({ mode: 'serial' })
test.use({ viewport: { width: 360, height: 780 } })

test.beforeAll(async () => {
  test.setTimeout(300_000)
  home = mkdtempSync(join(tmpdir(), 'loreleaf-ways-in-'))
  // Started by root, the database has a user of its own, who must be able to pass.
  chmodSync(home, 0o711)
  mailbox = await startMailbox()
  const port = await freePort()
  const origin = `http://localhost:${port}`
  site = await startSite([`${origin}/sign-in/with/oidc/back`])
  wiki = await startWiki({
    PORT: String(port),
    LORELEAF_DATA: join(home, 'data'),
    LORELEAF_ORIGIN: origin,
    SMTP_URL: mailbox.url,
    MAIL_FROM: 'Loreleaf <wiki@wiki.example>',
    OIDC_ISSUER: site.issuer,
    OIDC_CLIENT_ID: 'wiki',
    OIDC_CLIENT_SECRET: 'a secret of this wiki',
    OIDC_NAME: 'Our forum',
  })
})

test.afterAll(async () => {
  await wiki?.end('SIGTERM')
  await site?.close()
  await mailbox?.close()
  if (home) rmSync(home, { recursive: true, force: true })
})

test.beforeEach(() => {
  Object.assign(site, { person: `tara ${freshWord()}`, isDown: false })
})

const at = (path: string) => `${wiki.address}${path}`
const password = 'gravel orchard lantern tea'

/** Somebody new with a confirmed address, who is signed in. */
async function signUp(page: Page) {
  const [name, email] = [`Fan ${freshWord()}`, `${freshWord()}@example.org`]
  await page.goto(at('/sign-up'))
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('status')).toContainText('We have sent a link')
  await page.goto(linkIn(await mailbox.next(email), '/confirm-email'))
  await page.getByRole('button', { name: 'This is my address' }).click()
  await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible()
  return { name, email }
}

async function signOut(page: Page) {
  await page.goto(at('/account'))
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(at('/'))
}

async function signIn(page: Page, name: string, next = '') {
  await page.goto(at(`/sign-in${next && `?next=${encodeURIComponent(next)}`}`))
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a second step is added, asked for by password and by mail, and replaced by a spare code', async ({
      page,
    }) => {
      const { name, email } = await signUp(page)
      await page.goto(at('/account/second-step'))
      await page.getByLabel('Your password').fill(password)
      await page.getByRole('button', { name: 'Begin' }).click()
      await expect(page.getByRole('img', { name: 'A square code' })).toBeVisible()
      const secret = ((await page.locator('.app-key code').textContent()) ?? '').replaceAll(' ', '')
      await page.getByLabel('The code that the app shows now').fill('000000')
      await page.getByRole('button', { name: 'Ask for a code from now on' }).click()
      await expect(page.getByLabel('The code that the app shows now')).toHaveAccessibleDescription(
        /not the code/,
      )
      // By keyboard.
      await page.getByLabel('The code that the app shows now').fill(codeOf(secret))
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { name: 'Your spare codes' })).toBeVisible()
      expect(await widerThanTheScreen(page)).toEqual([])
      const spare = await page.locator('.spare-codes li').allTextContents()
      expect(spare).toHaveLength(10)
      await page.getByRole('button', { name: 'I have kept them' }).click()
      await expect(page).toHaveURL(at('/account'))
      expect((await mailbox.next(email)).subject).toContain('A new way')

      await signOut(page)
      await signIn(page, name, '/facts/1')
      const code = page.getByLabel('Code', { exact: true })
      await code.fill(codeOf(secret))
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(code).toHaveAccessibleDescription(/has been used/)
      await code.fill(codeOf(secret, 1))
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(at('/facts/1'))

      await signOut(page)
      await page.goto(at('/sign-in'))
      await page.getByRole('link', { name: 'Sign in with a link by mail' }).click()
      await page.getByLabel('Your name, or your e-mail address').fill(email)
      await page.getByRole('button', { name: 'Send me a link' }).click()
      await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible()
      const link = linkIn(await mailbox.next(email), '/sign-in/link')
      // What scans mail opens it as well.
      await page.request.get(link)
      await page.goto(link)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await code.fill(spare[0] ?? '')
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(page).toHaveURL(at('/'))
      await page.goto(link)
      await expect(page.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible()
      await page.goto(at('/account/second-step'))
      await expect(page.getByRole('main')).toContainText('9 spare codes left')
    })

    test('an account at another site makes one here, signs in to it, and leads nowhere else', async ({
      page,
    }) => {
      const name = `Newcomer ${freshWord()}`
      await page.goto(at('/sign-in?next=%2Ffacts%2F2'))
      await page.getByRole('link', { name: 'Sign in with Our forum' }).press('Enter')
      await expect(page.getByRole('heading', { name: 'Choose your name' })).toBeVisible()
      expect(await widerThanTheScreen(page)).toEqual([])
      await expect(page.getByLabel('Name', { exact: true })).toHaveValue(String(site.person))
      await page.getByLabel('Name', { exact: true }).fill(name)
      await page.getByRole('button', { name: 'Create account' }).click()
      await page.getByRole('button', { name: 'I have kept it' }).click()
      await expect(page).toHaveURL(at('/facts/2'))

      await signOut(page)
      // Not to another host, whatever the address of signing in says.
      await page.goto(at('/sign-in?next=%2F%2Fevil.example%2Faccount'))
      await page.getByRole('link', { name: 'Sign in with Our forum' }).click()
      await expect(page).toHaveURL(at('/'))
      await page.goto(at('/account'))
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
      await expect(page.getByRole('main')).toContainText('None: you sign in in other ways.')

      await signOut(page)
      // Also there, where nobody would be asked again.
      await page.context().clearCookies()
      site.person = null
      await page.goto(at('/sign-in?next=%2Ffacts%2F2'))
      await page.getByRole('link', { name: 'Sign in with Our forum' }).click()
      await expect(page.locator('.note.is-refusal')).toContainText('did not let you go on')
      await page.goto(at('/sign-in/with/oidc/back?code=stolen&state=made-up'))
      await expect(page.locator('.note.is-refusal')).toContainText('Please start again')
    })

    test('an account is linked to one at another site, by whoever proves who they are, and unlinked', async ({
      page,
    }) => {
      const { name } = await signUp(page)
      await page.goto(at('/account/sign-in-ways'))
      await page.getByLabel('Your password').fill(password)
      await page.getByRole('button', { name: 'Link an account' }).click()
      await page.getByRole('link', { name: 'Go on to Our forum' }).click()
      await expect(page.getByRole('status')).toContainText('From now on that site signs you in')
      await signOut(page)
      await page.goto(at('/sign-in'))
      await page.getByRole('link', { name: 'Sign in with Our forum' }).click()
      await page.goto(at('/account'))
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
      await page.goto(at('/account/sign-in-ways'))
      await page.locator('summary').click()
      await page.locator('details').getByLabel('Your password').fill(password)
      await page.getByRole('button', { name: 'Unlink this account' }).click()
      await expect(page.getByRole('status')).toContainText('does not sign you in')
    })
  })
}

test('a passkey signs in without a name, is listed with its use, and is removed', async ({ page }) => {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const { name } = await signUp(page)
  await page.goto(at('/account/passkeys'))
  await page.getByLabel('A name for it').fill('My phone')
  await page.getByLabel('Your password').fill('wrong')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByLabel('Your password')).toHaveAccessibleDescription(/not the password/)
  await page.getByLabel('Your password').fill(password)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'My phone' })).toContainText('not used yet')

  await signOut(page)
  await page.goto(at('/sign-in?next=%2Ffacts%2F1'))
  await page.getByRole('button', { name: 'Sign in with a passkey' }).press('Enter')
  await expect(page).toHaveURL(at('/facts/1'))
  await page.goto(at('/account'))
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await page.goto(at('/account/passkeys'))
  await expect(page.getByRole('listitem').filter({ hasText: 'My phone' })).toContainText('last used')
  await page.locator('summary').click()
  await page.locator('details').getByLabel('Your password').fill(password)
  await page.getByRole('button', { name: 'Remove this passkey' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'My phone' })).toHaveCount(0)
})

test('a site that does not answer is said to, and the password still signs in', async ({ page }) => {
  const { name } = await signUp(page)
  await signOut(page)
  const asked = await page.request.get(at('/sign-in/with/oidc?next=%2Ffacts%2F1'), { maxRedirects: 0 })
  const state = new URL(asked.headers().location ?? '').searchParams.get('state')
  site.isDown = true
  const iss = encodeURIComponent(site.issuer)
  await page.goto(at(`/sign-in/with/oidc/back?code=none&state=${state}&iss=${iss}`))
  await expect(page.locator('.note.is-refusal')).toContainText('does not answer at the moment')
  await expect(page).toHaveURL(/next=%2Ffacts%2F1/)
  await signIn(page, name, '/facts/1')
  await expect(page).toHaveURL(at('/facts/1'))
})
