import type { Page } from '@playwright/test'
import { routes } from '@/lib/routes'
import type { Route } from '@/lib/routes/row'

/** What is open to everybody, in groups that are looked at together: each page that is the same for all, and others. */
export const forEverybody = {
  'what one comes to read': [
    '/',
    '/wiki/Olivia_Colman',
    '/wiki/Heartstopper_(TV_series)',
    '/wiki/Nobody_has_written_this',
    '/facts/1',
    '/sources/1',
    '/files/1',
    '/facts/49',
    '/open/facts/49',
    '/accounts/1',
  ],
  'what stands behind it': [
    '/revisions/100',
    '/open/revisions/100',
    '/diff/0/1',
    '/open/diff/0/1',
    '/history/Olivia_Colman',
    '/links/Olivia_Colman',
    '/info/Olivia_Colman',
    '/talk/Olivia_Colman',
    ...['/facts/1', '/sources/1', '/files/1'].flatMap((entry) =>
      ['history', 'links', 'info', 'talk'].map((more) => `${entry}/${more}`),
    ),
    '/log',
    '/recent',
  ],
  'what leads around': [
    '/facts',
    '/files',
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
    '/pages/season',
    '/fields',
  ],
  'searching, saying how far one is, signing in': [
    '/progress',
    '/progress/places',
    '/report/status',
    '/search',
    '/search?q=Kit',
    '/search?q=zzqqzzqq',
    '/sign-in',
    '/sign-up',
  ],
}

/** The patterns of what is the same for everybody and shown to people: pages, and what other sites show in a frame. */
export const sharedScreens = (): string[] =>
  Object.values<Route>(routes)
    .filter(
      ({ reading, obeysProgress, mayBeFramed }) => reading === 'shared' && (obeysProgress || mayBeFramed),
    )
    .map(({ pattern }) => pattern)

/** What is open to whoever has an account. */
export const forWriters = [
  '/account',
  '/account/data',
  '/account/delete',
  '/account/name',
  '/account/password',
  '/account/recovery-code',
  '/account/passkeys',
  '/account/sign-in-ways',
  '/account/second-step',
  '/account/sessions',
  '/account/mail',
  '/account/appeal',
  '/account/muted',
  '/account/words',
  '/recover',
  '/edit/Olivia_Colman',
  '/new/fact',
  '/new/source',
  '/new/thread?entry=1',
  '/submissions',
  '/news',
  '/watchlist',
  '/watch/1',
  '/thank/1',
  '/tasks',
  '/facts/1/check',
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
