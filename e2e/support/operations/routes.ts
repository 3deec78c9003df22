import type { Stage } from './stage'

/** Where a route is tried, and what becomes of everybody who comes there. */
export interface RouteRow {
  at: string | ((stage: Stage) => Promise<string>)
  /** A word for each column: a status, or `sign-in` for who is sent there. */
  answers: string
  method?: 'POST'
}

const all = (status: string) => Array(7).fill(status).join(' ')
const own = 'sign-in 200 200 200 200 200 200'
/** Moderators come in; for the others it is not there. Where accounts are dealt with, a visitor signs in first. */
const moderators = '404 404 404 404 200 200 404'
const moderatorsOfPeople = 'sign-in 404 404 404 200 200 404'
const shared = (at: RouteRow['at']): RouteRow => ({ at, answers: all('200') })

/** Every route of the build. A route that is not here fails the tests; so does a row without a route. */
export const routes: Record<string, RouteRow> = {
  //                                            visitor fan    author trusted moderator owner blocked
  '/': shared('/'),
  '/account': { at: '/account', answers: own },
  // No mail is sent from this wiki.
  '/account/email': { at: '/account/email', answers: 'sign-in 404 404 404 404 404 404' },
  '/account/name': { at: '/account/name', answers: own },
  '/account/sign-in-ways': { at: '/account/sign-in-ways', answers: own },
  '/account/passkeys': { at: '/account/passkeys', answers: own },
  '/account/password': { at: '/account/password', answers: own },
  '/account/recovery-code': { at: '/account/recovery-code', answers: own },
  '/account/second-step': { at: '/account/second-step', answers: own },
  '/account/sessions': { at: '/account/sessions', answers: own },
  '/accounts/[id]': shared(async ({ newFan }) => `/accounts/${(await newFan()).id}`),
  '/accounts/[id]/block': {
    at: async ({ newFan }) => `/accounts/${(await newFan()).id}/block`,
    answers: moderatorsOfPeople,
  },
  '/accounts/[id]/rename': {
    at: async ({ newFan }) => `/accounts/${(await newFan()).id}/rename`,
    answers: moderatorsOfPeople,
  },
  '/accounts/[id]/role': {
    at: async ({ newFan }) => `/accounts/${(await newFan()).id}/role`,
    answers: '                                 sign-in 404    404    404     404       200   404',
  },
  '/apple-icon.png': shared('/apple-icon.png'),
  '/authors/[id]/rename': { at: '/authors/987654321/rename', answers: 'sign-in 404 404 404 404 404 404' },
  '/api/auth/sign-out': { at: '/api/auth/sign-out', method: 'POST', answers: all('403') },
  '/api/health': shared('/api/health'),
  '/api/operations/[name]': { at: '/api/operations/report.file', method: 'POST', answers: all('403') },
  '/api/me': shared('/api/me'),
  '/api/complete': shared('/api/complete?q=Kit'),
  '/api/late-lock': { at: '/api/late-lock', method: 'POST', answers: all('403') },
  '/api/progress': { at: '/api/progress', method: 'POST', answers: all('403') },
  '/api/suggest': shared('/api/suggest?q=Kit'),
  '/categories': shared('/categories'),
  '/orphans': shared('/orphans'),
  '/outlets': shared('/outlets'),
  '/random': { at: '/random', answers: all('303') },
  '/speakers': shared('/speakers'),
  '/speakers/[...title]': shared('/speakers/Joe_Locke'),
  '/timeline': shared('/timeline'),
  '/titles': shared('/titles'),
  '/wanted': shared('/wanted'),
  '/cite/[citation]': shared('/cite/fact-1.ris'),
  '/compare': { at: '/compare?a=1&b=2', answers: all('303') },
  '/confirm-email': shared('/confirm-email?token=none'),
  '/diff/[older]/[newer]': shared('/diff/0/1'),
  '/edit/[...title]': shared(async ({ page }) => `/edit/${(await page()).address}`),
  '/embed/facts/[number]': shared('/embed/facts/1'),
  '/entries/[id]/delete': {
    at: async ({ page }) => `/entries/${(await page()).id}/delete`,
    answers: moderators,
  },
  '/entries/[id]/hide': { at: async ({ page }) => `/entries/${(await page()).id}/hide`, answers: moderators },
  '/entries/[id]/protect': {
    at: async ({ page }) => `/entries/${(await page()).id}/protect`,
    answers: moderators,
  },
  '/entries/[id]/rename': {
    at: async ({ page }) => `/entries/${(await page()).id}/rename`,
    answers: moderators,
  },
  '/facts': shared('/facts'),
  '/facts/[number]': shared('/facts/1'),
  '/facts/[number]/edit': shared('/facts/1/edit'),
  '/facts/[number]/history': shared('/facts/1/history'),
  '/favicon.ico': shared('/favicon.ico'),
  '/feeds/[feed]': shared('/feeds/recent.json'),
  '/fields': shared('/fields'),
  '/files': shared('/files'),
  '/files/[number]': shared('/files/1'),
  '/files/[number]/edit': shared('/files/1/edit'),
  '/files/[number]/history': shared('/files/1/history'),
  '/files/[number]/info': shared('/files/1/info'),
  '/files/[number]/links': shared('/files/1/links'),
  // No mail is sent from this wiki: they are shown to the other way.
  '/forgot-password': { at: '/forgot-password', answers: all('307') },
  '/facts/[number]/info': shared('/facts/1/info'),
  '/facts/[number]/links': shared('/facts/1/links'),
  '/history/[...title]': shared(async ({ page }) => `/history/${(await page()).address}`),
  '/settings': { at: '/settings', answers: moderatorsOfPeople.replace('200 200', '404 200') },
  '/icon.svg': shared('/icon.svg'),
  '/info/[...title]': shared(async ({ page }) => `/info/${(await page()).address}`),
  '/previews/[...title]': shared(async ({ page }) => `/previews/${(await page()).address}`),
  '/links/[...title]': shared(async ({ page }) => `/links/${(await page()).address}`),
  '/log': shared('/log'),
  '/opensearch.xml': shared('/opensearch.xml'),
  '/opensearch/suggestions': shared('/opensearch/suggestions?q=Kit'),
  '/manifest.webmanifest': shared('/manifest.webmanifest'),
  '/moderation': { at: '/moderation', answers: moderators },
  '/moderation/reports': { at: '/moderation/reports', answers: moderators },
  '/moderation/reports/[id]': {
    at: async ({ openReport }) => `/moderation/reports/${await openReport()}`,
    answers: moderators,
  },
  '/new/fact': shared('/new/fact'),
  '/new/file': { at: '/new/file', answers: own },
  '/new/page': shared('/new/page'),
  '/new/source': shared('/new/source'),
  '/open/cards/[revision]': { at: '/open/cards/987654321', answers: all('404') },
  '/open/diff/[older]/[newer]': shared('/open/diff/0/1'),
  '/open/facts/[number]': shared('/open/facts/1'),
  '/open/passages/[entry]/[block]': { at: '/open/passages/1/none', answers: all('404') },
  '/open/revisions/[id]': shared('/open/revisions/1'),
  '/oembed': { at: '/oembed?url=http://elsewhere.example/facts/1', answers: all('404') },
  '/pages': shared('/pages'),
  '/pages/[kind]': shared('/pages/person'),
  '/progress': shared('/progress'),
  '/progress/places': shared('/progress/places'),
  '/recent': shared('/recent'),
  '/recover': shared('/recover'),
  '/report': shared('/report?page=1'),
  '/report/[receipt]': shared('/report/NONE-NONE-NONE'),
  '/report/status': shared('/report/status'),
  '/reset-password': shared('/reset-password?token=none'),
  '/revert/[revisionId]': {
    at: async ({ editedPage }) => `/revert/${(await editedPage()).revisionId}`,
    answers: '                                 sign-in 200    200    200     200       200   200',
  },
  '/review': { at: '/review', answers: '       404     404    404    404     200       200   404' },
  '/review/[id]': {
    at: async ({ waiting }) => `/review/${await waiting()}`,
    answers: '                                 404     404    404    404     200       200   404',
  },
  '/revisions/[id]': shared('/revisions/1'),
  '/robots.txt': shared('/robots.txt'),
  '/search': shared('/search?q=Kit'),
  '/share/[image]': shared('/share/wiki.png'),
  '/sign-in/with/[provider]': { at: '/sign-in/with/github', answers: all('404') },
  '/sign-in/with/[provider]/back': { at: '/sign-in/with/github/back?code=none', answers: all('404') },
  '/sign-up/outside': { at: '/sign-up/outside', answers: all('sign-in') },
  '/sign-in/by-mail': { at: '/sign-in/by-mail', answers: all('404') },
  '/sign-in/link': shared('/sign-in/link?token=none'),
  '/sign-in': shared('/sign-in'),
  '/sign-up': shared('/sign-up'),
  '/sitemap.xml': shared('/sitemap.xml'),
  '/sitemaps/[part]': shared('/sitemaps/page-1.xml'),
  '/sources': shared('/sources'),
  '/sources/[number]': shared('/sources/1'),
  '/sources/[number]/edit': shared('/sources/1/edit'),
  '/sources/[number]/history': shared('/sources/1/history'),
  '/sources/[number]/info': shared('/sources/1/info'),
  '/sources/[number]/links': shared('/sources/1/links'),
  '/submissions': { at: '/submissions', answers: own },
  '/submissions/[id]': {
    at: async ({ waiting }) => `/submissions/${await waiting()}`,
    answers: '                                 404     404    200    404     200       200   404',
  },
  '/submissions/[id]/amend': {
    at: async ({ waiting }) => `/submissions/${await waiting()}/amend`,
    answers: '                                 sign-in 404    200    404     307       307   404',
  },
  '/wiki/[...title]': shared(async ({ page }) => (await page()).path),
}
