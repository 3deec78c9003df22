import { titleKey } from '@/lib/titles/title'
import { titleOf } from '../kinds'
import type { Manifest, Sight } from '../manifest'
import { PEOPLE } from '../people'

type Query = Record<string, string>
export interface Visit {
  params?: Record<string, string | string[]>
  query?: Query
}

/**
 * What each page is asked for, by its folder below app/. Where several addresses are a query apart, each is named.
 * `waiting` is a submission, `file` the number of a picture.
 */
export function visits(manifest: Manifest, waiting: number, file: number): Record<string, Visit[]> {
  const { standard, longHistory, mostLinked, widelyShown, mostCited, category, manyFacts, busyAccount } =
    manifest
  const titled = (...of: Sight[]) => of.map(({ path }) => ({ params: { title: path.slice(6).split('/') } }))
  const numbered = (...of: Sight[]) => of.map(({ number }) => ({ params: { number: String(number) } }))
  const within = (of: Visit[], query: Query) => of.map((visit) => ({ ...visit, query }))
  const ids = (...all: number[]) => all.map((id) => ({ params: { id: String(id) } }))
  const everyPage = titled(standard, longHistory, mostLinked, category, manyFacts)
  const far = String(Math.floor(longHistory.head / 2))
  const diff = { older: String(longHistory.firstRevision), newer: String(longHistory.lastRevision) }
  const sourceLinks = numbered(mostCited)
  const files = [{ params: { number: String(file) } }]
  const factOf = (sight: Sight) => numbered(sight)
  return {
    '': [{}],
    'wiki/[...title]': [...everyPage, ...titled({ ...standard, path: '/wiki/Nobody_wrote_this' })],
    'history/[...title]': [...everyPage, ...within(titled(longHistory), { before: far })],
    'links/[...title]': [
      ...everyPage,
      ...within(titled(mostLinked), { kind: 'mentions' }),
      ...within(titled(mostLinked), { after: `mentions-${manifest.entries - 100}` }),
    ],
    'info/[...title]': everyPage,
    'talk/[...title]': [...everyPage, ...within(titled(standard), { show: 'settled' })],
    'threads/[id]': ids(1),
    categories: [{}, { query: { after: 'category 5' } }],
    orphans: [{}, { query: { after: titleKey(titleOf(standard.number - 1)) } }],
    outlets: [{}, { query: { after: 'm' } }],
    speakers: [{}, { query: { after: titleKey(titleOf(standard.number - 1)) } }],
    'speakers/[...title]': titled(mostLinked),
    timeline: [{}, { query: { of: 'facts' } }, { query: { from: '2010' } }],
    titles: [{}, { query: { from: 'm' } }, { query: { after: titleKey(titleOf(standard.number - 1)) } }],
    wanted: [{}],
    facts: [
      {},
      { query: { after: '500' } },
      { query: { standing: 'reported' } },
      { query: { standing: 'reported', after: '5000' } },
    ],
    'facts/[number]': factOf(widelyShown),
    'facts/[number]/history': factOf(widelyShown),
    'facts/[number]/links': factOf(widelyShown),
    'facts/[number]/info': factOf(widelyShown),
    'facts/[number]/talk': factOf(widelyShown),
    sources: [{}, { query: { after: '500' } }, { query: { outlet: 'Outlet 1' } }],
    'sources/[number]': [
      ...sourceLinks,
      ...within(sourceLinks, { after: String(Math.floor(manifest.entries / 2)) }),
    ],
    'sources/[number]/history': sourceLinks,
    'sources/[number]/links': sourceLinks,
    'sources/[number]/info': sourceLinks,
    'sources/[number]/talk': sourceLinks,
    files: [{}, { query: { after: '500' } }],
    'files/[number]': files,
    'files/[number]/history': files,
    'files/[number]/links': files,
    'files/[number]/info': files,
    'files/[number]/talk': files,
    'diff/[older]/[newer]': [{ params: diff }],
    pages: [{}],
    'pages/[kind]': [
      { params: { kind: 'person' } },
      { params: { kind: 'person' }, query: { after: titleKey(titleOf(standard.number - 1)) } },
    ],
    progress: [{}],
    'progress/places': [{}],
    recent: [
      {},
      { query: { before: '5000' } },
      { query: { minor: 'hidden' } },
      { query: { minor: 'hidden', before: '5000' } },
      { query: { by: 'newcomers', review: 'none' } },
      { query: { kind: 'source', before: '5000' } },
    ],
    log: [
      {},
      { query: { act: 'entry.protect' } },
      { query: { of: `entry:${standard.id}` } },
      { query: { of: `account:${PEOPLE.firstModerator}` } },
    ],
    'accounts/[id]': [
      ...ids(busyAccount),
      ...within(ids(busyAccount), { before: '5000' }),
      ...within(ids(busyAccount), { kind: 'source' }),
    ],
    'revisions/[id]': ids(
      longHistory.firstRevision,
      longHistory.lastRevision,
      standard.lastRevision,
      category.firstRevision,
    ),
    'open/facts/[number]': factOf(widelyShown),
    'open/cards/[revision]': [{ params: { revision: String(widelyShown.lastRevision) } }],
    'open/passages/[entry]/[block]': [{ params: { entry: String(standard.id), block: 'lead' } }],
    'open/revisions/[id]': ids(longHistory.firstRevision),
    'open/diff/[older]/[newer]': [{ params: diff }],
    search: [
      'season',
      'season episode',
      '"season episode"',
      'the',
      '-season',
      'x',
      manifest.words.titles[0] ?? '',
    ].map((q) => ({ query: { q } })),
    review: [{}, { query: { of: 'source' } }],
    'review/[id]': ids(waiting),
    'submissions/[id]': ids(waiting),
    'submissions/[id]/look': [],
    'submissions/[id]/amend': [],
    submissions: [{}, { query: { state: 'declined' } }],
    news: [{}, { query: { of: 'watched' } }, { query: { before: '5000' } }],
    watchlist: [{}],
    'watch/[id]': ids(standard.id, mostLinked.id),
    'thank/[id]': ids(1),
    tasks: [
      {},
      { query: { of: 'place' } },
      { query: { of: 'picture' } },
      { query: { of: 'wanted' } },
      { query: { n: '10' } },
    ],
    'facts/[number]/check': factOf(widelyShown),
    moderation: [{}],
    'moderation/appeals': [{}],
    'moderation/comments': [{}],
    'moderation/doubles': [{}],
    'moderation/look-ups': [{}],
    'moderation/reports': [{}, { query: { show: 'closed' } }],
    'moderation/reports/[id]': ids(1),
    'entries/[id]/delete': ids(mostLinked.id, longHistory.id),
    'entries/[id]/hide': ids(longHistory.id),
    'entries/[id]/merge': ids(mostLinked.id),
    'entries/[id]/protect': ids(longHistory.id),
    'entries/[id]/rename': ids(longHistory.id),
    'revert/[revisionId]': [{ params: { revisionId: String(longHistory.lastRevision) } }],
    'edit/[...title]': titled(longHistory, standard),
    'facts/[number]/split': factOf(widelyShown),
    'facts/[number]/edit': factOf(widelyShown),
    'sources/[number]/edit': sourceLinks,
    'files/[number]/edit': files,
    'new/fact': [{}, { query: { about: 'Somebody' } }],
    'new/file': [{}],
    'new/page': [{}],
    'new/sources': [{}],
    fields: [{}],
    'new/source': [{}],
    'new/thread': [{ query: { entry: String(standard.id) } }],
    'threads/[id]/reply': ids(1),
    'threads/[id]/settle': ids(1),
    'threads/[id]/watch': ids(1),
    'comments/[id]': ids(1),
    'comments/[id]/edit': [],
    'comments/[id]/moderate': ids(1),
    report: [{}, { query: { page: String(standard.number) } }],
    'accounts/[id]/block': ids(busyAccount),
    'accounts/[id]/mute': ids(busyAccount),
    'accounts/[id]/words': ids(busyAccount),
    'accounts/[id]/networks': ids(busyAccount),
    'accounts/[id]/rename': ids(busyAccount),
    'accounts/[id]/role': ids(busyAccount),
    'authors/[id]/rename': ids(1),
    settings: [{}],
  }
}

/** Pages about the account of the one who asks, and those that ask nothing of the wiki: nothing there grows with it. */
export const SMALL =
  /^(account|sign-in|sign-up|recover|forgot-password|reset-password|confirm-email|confirm-wish|mail|report\/|submissions\/\[id\]\/amend)/
