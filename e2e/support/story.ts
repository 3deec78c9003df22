import { randomInt, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type APIRequestContext,
  type BrowserContext,
  test as base,
  expect,
  type Page,
} from '@playwright/test'
import { takeComplaints, watch } from './complaints'
import { appoint, enter } from './operations/call-action'

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
  /** A page of a moderator whom no other story has, since nobody may write as much in a minute as all stories do. */
  moderator: Page
  /** A page of the demo owner, in a browser of its own. */
  owner: Page
  /** Signs somebody in past the form: whatever the page opens next knows them. */
  signIn: (page: Page, person: Person) => Promise<void>
  /** Signs up somebody nobody has seen before, past the form. */
  newFan: (page: Page) => Promise<Person>
}

/**
 * A story fails on anything that any page complains about, whoever opened it: errors nobody caught, and what the policy
 * refused.
 */
export const test = base.extend<Story & { noComplaints: undefined }, { asksAsOwner: APIRequestContext }>({
  browser: [
    async ({ browser }, use) => {
      browser.on('context', watch)
      await use(browser)
      browser.off('context', watch)
    },
    { scope: 'worker' },
  ],

  asksAsOwner: [
    async ({ playwright }, use) => {
      const baseURL = process.env.STORIES_ADDRESS ?? ''
      const owner = await playwright.request.newContext({ baseURL, extraHTTPHeaders: networkOfItsOwn() })
      await enter(owner, 'signInAction', demoAccounts().owner)
      await use(owner)
      await owner.dispose()
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

  accounts: async ({}, use) => use(demoAccounts()),

  moderator: async ({ asksAsOwner, anotherVisitor }, use) => {
    const page = await anotherVisitor()
    await enter(page.request, 'signUpAction', somebodyNew())
    const { id } = await (await page.request.get('/api/me')).json()
    await appoint(asksAsOwner, id, 'moderator')
    await use(page)
  },

  owner: async ({ accounts, anotherVisitor }, use) => use(await anotherVisitor(accounts.owner)),

  signIn: async ({}, use) => use(signIn),

  newFan: async ({}, use) =>
    use(async (page) => {
      const person = somebodyNew()
      await enter(page.request, 'signUpAction', person)
      return person
    }),
})

function demoAccounts(): Story['accounts'] {
  const file = join(process.env.STORIES_DATA ?? '', 'accounts.json')
  const [fan, moderator, owner] = JSON.parse(readFileSync(file, 'utf8')) as [Person, Person, Person]
  return { fan, moderator, owner }
}

/** A word that no other story has, nor this one when it is told again. */
export const freshWord = () => randomUUID().slice(0, 8)

/** The wiki trusts one proxy while stories are told: so every visitor can come from a network of its own, as in life. */
function networkOfItsOwn(): Record<string, string> {
  return { 'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}` }
}

const signIn = (page: Page, person: Person) => enter(page.request, 'signInAction', person)

const somebodyNew = (): Person => ({ name: `Fan ${freshWord()}`, password: `${randomUUID()} tea` })

/** Signs up somebody nobody has seen before with the form, as visitors do. */
export async function signUpByForm(page: Page): Promise<Person> {
  const person = somebodyNew()
  await page.goto('/sign-up')
  await fillIn(page, person)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-up')
  return person
}

/** Signs in with the form, as visitors do: also on a wiki that the stories do not share. */
export async function signInByForm(page: Page, person: Person): Promise<void> {
  await page.goto('/sign-in')
  await fillIn(page, person)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

async function fillIn(page: Page, { name, password }: Person): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Password', { exact: true }).fill(password)
}
