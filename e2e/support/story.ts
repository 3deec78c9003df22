import { randomInt, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { takeComplaints, watch } from './complaints'

export { expect }

/** A demo account, or one that a story has made. */
export interface Person {
  name: string
  password: string
}

interface Story {
  /** The demo accounts of the wiki that the stories share. */
  accounts: Record<'fan' | 'moderator' | 'owner', Person>
  /** A page of another visitor, who shares no cookie with anybody; signed in when a person is named. */
  anotherVisitor: (person?: Person) => Promise<Page>
  signIn: (page: Page, person: Person) => Promise<void>
  /** Signs up somebody nobody has seen before, and leaves the page signed in. */
  newFan: (page: Page) => Promise<Person>
}

/**
 * A story fails on anything that any page complains about, whoever opened it: errors nobody caught, and what the policy
 * refused.
 */
export const test = base.extend<Story & { noComplaints: undefined }>({
  browser: [
    async ({ browser }, use) => {
      browser.on('context', watch)
      await use(browser)
      browser.off('context', watch)
    },
    { scope: 'worker' },
  ],

  noComplaints: [
    async ({}, use) => {
      takeComplaints()
      await use(undefined)
      expect(takeComplaints()).toEqual([])
    },
    { auto: true },
  ],

  baseURL: async ({}, use) => use(process.env.STORIES_ADDRESS),

  extraHTTPHeaders: async ({}, use) => use(networkOfItsOwn()),

  anotherVisitor: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (person) => {
      const context = await browser.newContext({ baseURL, extraHTTPHeaders: networkOfItsOwn() })
      contexts.push(context)
      const page = await context.newPage()
      if (person) await signIn(page, person)
      return page
    })
    for (const context of contexts) await context.close()
  },

  accounts: async ({}, use) => {
    const file = join(process.env.STORIES_DATA ?? '', 'accounts.json')
    const [fan, moderator, owner] = JSON.parse(readFileSync(file, 'utf8')) as [Person, Person, Person]
    await use({ fan, moderator, owner })
  },

  signIn: async ({}, use) => use(signIn),

  newFan: async ({}, use) =>
    use(async (page) => {
      const person = { name: `Fan ${freshWord()}`, password: `${randomUUID()} tea` }
      await page.goto('/sign-up')
      await fillIn(page, person)
      await page.getByRole('button', { name: 'Create account' }).click()
      await page.waitForURL((url) => url.pathname !== '/sign-up')
      return person
    }),
})

/** A word that no other story has, nor this one when it is told again. */
export const freshWord = () => randomUUID().slice(0, 8)

/** The wiki trusts one proxy while stories are told: so every visitor can come from a network of its own, as in life. */
function networkOfItsOwn(): Record<string, string> {
  return { 'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}` }
}

async function signIn(page: Page, person: Person): Promise<void> {
  await page.goto('/sign-in')
  await fillIn(page, person)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

async function fillIn(page: Page, { name, password }: Person): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Password', { exact: true }).fill(password)
}
