import type { Page } from '@playwright/test'

/** What is open to everybody, in groups that are looked at together. */
export const forEverybody = {
  'what one comes to read': [
    '/',
    '/wiki/Olivia_Colman',
    '/wiki/Heartstopper_(TV_series)',
    '/wiki/Nobody_has_written_this',
    '/facts/1',
    '/sources/1',
    '/history/Olivia_Colman',
  ],
  'what stands behind it': [
    '/revisions/100',
    '/links/Olivia_Colman',
    '/info/Olivia_Colman',
    '/accounts/1',
    '/log',
    '/facts/49',
    '/open/facts/49',
  ],
  'lists, signing in': [
    '/facts',
    '/categories',
    '/titles',
    '/timeline',
    '/speakers',
    '/speakers/Joe_Locke',
    '/outlets',
    '/sources?outlet=netflix',
    '/wanted',
    '/orphans',
    '/sources',
    '/pages',
    '/fields',
    '/recent',
    '/progress',
    '/search?q=Kit',
    '/sign-in',
    '/sign-up',
  ],
}

/** What is open to whoever has an account. */
export const forWriters = [
  '/account',
  '/account/name',
  '/account/password',
  '/account/recovery-code',
  '/account/passkeys',
  '/account/sign-in-ways',
  '/account/second-step',
  '/account/sessions',
  '/recover',
  '/edit/Olivia_Colman',
  '/new/fact',
  '/new/source',
  '/submissions',
]

/** What makes a page scroll sideways, when it does; from right to left, that is what stands out at the left. */
export const widerThanTheScreen = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    return [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect()
        return left < -1 || right > clientWidth + 1
      })
      .map((element) => element.outerHTML.slice(0, 160))
  })
