import { BUILT_FILES } from '@/lib/framework/addresses'
import {
  answeredByGateway,
  builtFile,
  file,
  framed,
  handler,
  lookUp,
  lookUpAnswer,
  lookUpFile,
  lookUpHandler,
  type PathOf,
  pathOf,
  personal,
  personalPlain,
  shared,
} from './routes/row'

/**
 * Every address of the wiki, one row each: its pattern, who gets the same answer, and its query parameters. An address
 * without a row is private: forgetting one costs speed, never a secret. A law compares it with `app/`. Of two rows that
 * match an address the first one is used.
 */
export const routes = {
  home: shared('/'),

  page: shared('/wiki/[...title]'),
  pageHistory: shared('/history/[...title]', 'before'),
  pageLinks: shared('/links/[...title]', 'after', 'field', 'kind'),
  pageInfo: shared('/info/[...title]'),
  pageTalk: shared('/talk/[...title]', 'after', 'show'),
  /** What the card of a link to a page shows, as JSON. */
  pagePreview: file('/previews/[...title]'),
  editPage: personal('/edit/[...title]', 'from', 'section'),
  newPage: personal('/new/page'),
  categories: shared('/categories', 'after'),
  letters: shared('/titles', 'after', 'from'),
  orphans: shared('/orphans', 'after'),
  wanted: shared('/wanted', 'after'),
  random: handler('/random'),
  timeline: shared('/timeline', 'after', 'from', 'of'),
  speakers: shared('/speakers', 'after'),
  speaker: shared('/speakers/[...title]', 'after'),
  pages: shared('/pages'),
  pagesOfKind: shared('/pages/[kind]', 'after'),
  fields: shared('/fields', 'after'),

  facts: shared('/facts', 'after', 'standing'),
  fact: shared('/facts/[number]'),
  factHistory: shared('/facts/[number]/history', 'before'),
  factLinks: shared('/facts/[number]/links', 'after', 'kind'),
  factInfo: shared('/facts/[number]/info'),
  factTalk: shared('/facts/[number]/talk', 'after', 'show'),
  editFact: personal(
    '/facts/[number]/edit',
    ...(['from', 'where', 'whereSource', 'quote', 'locator', 'directness', 'opened'] as const),
  ),
  splitFact: personal('/facts/[number]/split'),
  /** One card at a time: `of` a kind, `n` answered so far, what one `did` last, which closed fact one asks to `open`. */
  tasks: personalPlain('/tasks', 'of', 'n', 'did', 'open'),
  doTask: handler('/api/tasks'),
  undoTask: handler('/api/tasks/undo'),
  /** Compares a fact with one of its sources. */
  checkFact: personalPlain('/facts/[number]/check', 'of'),
  sayCheck: handler('/api/checks'),
  takeCheckBack: handler('/api/checks/back'),
  newFact: personal('/new/fact', 'about'),

  sources: shared('/sources', 'after', 'outlet'),
  outlets: shared('/outlets', 'after'),
  source: shared('/sources/[number]', 'after'),
  sourceHistory: shared('/sources/[number]/history', 'before'),
  sourceLinks: shared('/sources/[number]/links', 'after', 'kind'),
  sourceInfo: shared('/sources/[number]/info'),
  sourceTalk: shared('/sources/[number]/talk', 'after', 'show'),
  editSource: personal('/sources/[number]/edit', 'from'),
  newSource: personal('/new/source'),
  importSources: personal('/new/sources'),

  files: shared('/files', 'after'),
  file: shared('/files/[number]'),
  fileHistory: shared('/files/[number]/history', 'before'),
  fileLinks: shared('/files/[number]/links', 'after', 'kind'),
  fileInfo: shared('/files/[number]/info'),
  fileTalk: shared('/files/[number]/talk', 'after', 'show'),
  newFile: personal('/new/file'),
  editFile: personal('/files/[number]/edit', 'from'),
  media: answeredByGateway('/media/[sha256]'),
  mediaSize: answeredByGateway('/media/[sha256]/[size]'),

  thread: shared('/threads/[id]', 'from'),
  newThread: personal('/new/thread', 'entry', 'quote', 'at'),
  reply: personal('/threads/[id]/reply', 'to', 'quote'),
  settleThread: personal('/threads/[id]/settle'),
  watchThread: personalPlain('/threads/[id]/watch'),
  /** A comment's permanent address: leads to its place in its thread, and shows its author and moderators a held one. */
  comment: personal('/comments/[id]'),
  editComment: personal('/comments/[id]/edit'),
  moderateComment: personal('/comments/[id]/moderate'),

  recent: shared('/recent', 'before', 'by', 'kind', 'minor', 'review'),
  revision: shared('/revisions/[id]'),
  diff: shared('/diff/[older]/[newer]'),
  compare: handler('/compare', 'a', 'b'),
  revert: personal('/revert/[revisionId]'),
  search: lookUp(
    '/search',
    ...([
      'q',
      'exact',
      'kind',
      'standing',
      'place',
      'speaker',
      'topic',
      'category',
      'picture',
      'sort',
      'after',
    ] as const),
  ),

  // The only addresses that show what a gate closes: search engines are asked to ignore the prefix.
  openFact: shared('/open/facts/[number]'),
  /** One fact's card alone, by its revision: fetched to open it in place on a page. */
  openCard: shared('/open/cards/[revision]'),
  openPassage: shared('/open/passages/[entry]/[block]'),
  openRevision: shared('/open/revisions/[id]'),
  openDiff: shared('/open/diff/[older]/[newer]'),

  submissions: personal('/submissions', 'state', 'before'),
  submission: personal('/submissions/[id]', 'from'),
  amend: personal('/submissions/[id]/amend'),
  /** What one sent, as it would read: fetched to stand in its place for its author alone. */
  ownLook: personalPlain('/submissions/[id]/look'),

  review: personal('/review', 'of', 'after', 'decided'),
  reviewCase: personal('/review/[id]', 'of', 'after', 'decided'),
  moderation: personalPlain('/moderation'),
  doubles: personalPlain('/moderation/doubles', 'before'),
  lookUps: personalPlain('/moderation/look-ups', 'before'),
  reports: personalPlain('/moderation/reports', 'show', 'after'),
  report: personal('/moderation/reports/[id]'),
  appeals: personal('/moderation/appeals', 'after'),
  heldComments: personal('/moderation/comments', 'after'),
  // By its id: these addresses outlive a rename and a deletion.
  protectEntry: personal('/entries/[id]/protect'),
  renameEntry: personal('/entries/[id]/rename'),
  deleteEntry: personal('/entries/[id]/delete'),
  mergeEntry: personal('/entries/[id]/merge', 'into', 'intoSource'),
  hideVersions: personal('/entries/[id]/hide', 'words', 'before'),

  settings: personal('/settings', 'done', 'of'),
  log: shared('/log', 'act', 'before', 'of'),
  fileReport: personal(
    '/report',
    'page',
    'fact',
    'source',
    'file',
    'revision',
    'summary',
    'account',
    'comment',
    'piece',
    'about',
  ),
  reportStatus: personalPlain('/report/status', 'receipt', 'again'),
  reportLateLock: handler('/api/late-lock'),
  receipt: personalPlain('/report/[receipt]'),

  person: shared('/accounts/[id]', 'before', 'kind'),
  blockPerson: personal('/accounts/[id]/block'),
  mutePerson: personal('/accounts/[id]/mute'),
  decideOwnWords: personal('/accounts/[id]/words'),
  renamePerson: personal('/accounts/[id]/rename'),
  personRole: personal('/accounts/[id]/role'),
  /** Which accounts share a network with one. */
  personNetworks: personal('/accounts/[id]/networks'),
  renameAuthor: personal('/authors/[id]/rename', 'entry'),

  signIn: personal('/sign-in', 'next', 'done', 'failed', 'step'),
  signInByMail: personal('/sign-in/by-mail', 'sent'),
  signInLink: personal('/sign-in/link', 'token'),
  /** Goes to another site to show who one is there, and comes back from it. */
  outside: handler('/sign-in/with/[provider]', 'next'),
  outsideBack: handler('/sign-in/with/[provider]/back', 'code', 'state', 'iss', 'error'),
  signUpOutside: personal('/sign-up/outside'),
  signUp: personal('/sign-up', 'next'),
  signOut: handler('/api/auth/sign-out'),
  recover: personal('/recover', 'next'),
  forgotPassword: personal('/forgot-password', 'sent'),
  resetPassword: personal('/reset-password', 'token'),
  confirmEmail: personal('/confirm-email', 'token', 'done'),
  account: personal('/account', 'done'),
  accountName: personal('/account/name'),
  accountPassword: personal('/account/password'),
  /** Confirms the address for one mail about a decision. */
  confirmWish: personal('/confirm-wish', 'token', 'done'),
  /** Told of mail that could not be delivered. */
  bounces: answeredByGateway('/api/bounces'),
  accountMail: personal('/account/mail', 'done'),
  /** Which mail an account gets, for whoever has the link in one of its mails; ending such mails by one request. */
  mailByLink: personal('/mail/[token]', 'done'),
  unsubscribe: answeredByGateway('/unsubscribe/[token]'),
  accountEmail: personal('/account/email', 'next'),
  recoveryCode: personal('/account/recovery-code', 'next'),
  outsideAccounts: personal('/account/sign-in-ways', 'go', 'failed'),
  passkeys: personal('/account/passkeys'),
  secondStep: personal('/account/second-step', 'needed'),
  sessions: personal('/account/sessions'),
  ownData: personal('/account/data', 'failed'),
  deleteAccount: personal('/account/delete'),
  /** Everything that is kept of somebody, as `json` or `html`: posted, and sent as it is read. */
  ownDataFile: answeredByGateway('/account/data/[name]'),
  appeal: personal('/account/appeal'),
  muted: personal('/account/muted'),
  ownWords: personal('/account/words'),

  progress: personalPlain('/progress', 'next'),
  /** The choice of places alone, the same for everybody: fetched to choose in place on a page. */
  progressPlaces: shared('/progress/places'),
  changeProgress: handler('/api/progress'),

  news: personal('/news', 'of', 'before', 'done'),
  /** Marks one line of the news as read, and leads to what it is about. */
  openNews: handler('/news/[id]'),

  watchlist: personalPlain('/watchlist', 'after'),
  watchEntry: personalPlain('/watch/[id]'),
  changeWatch: handler('/api/watch'),
  /** Thanking for an edit, by its revision. */
  thank: personalPlain('/thank/[id]'),
  changeThanks: handler('/api/thanks'),
  /** The private feed of what an account watches, at a signed address. */
  watchFeed: handler('/watchlist/[feed]'),

  me: handler('/api/me', 'person', 'entry', 'thread'),
  /** The stream on which a signed-in browser hears at once what its corner counts. */
  live: answeredByGateway('/api/live'),
  /** What a reader may mean who is typing into a search field: for our own element, and for browsers. */
  complete: lookUpAnswer('/api/complete', 'q'),
  openSearchSuggestions: lookUpAnswer('/opensearch/suggestions', 'q'),
  /** For fields that name entries, and for facts `similar` to a statement, or those of them that are `open` to everybody, and the source that is the `work` of a page; `closed` asks also for what spoiler gates close, and only writers get it. */
  suggest: lookUpHandler('/api/suggest', 'q', 'kinds', 'closed'),
  operation: handler('/api/operations/[name]'),
  /** Where the bytes of an announced upload are sent, and asked after. */
  upload: answeredByGateway('/uploads/[ticket]'),
  health: handler('/api/health'),
  metrics: answeredByGateway('/metrics'),
  icon: file('/icon.svg'),
  oldIcon: file('/favicon.ico'),
  touchIcon: file('/apple-icon.png'),
  manifest: file('/manifest.webmanifest'),
  openSearch: file('/opensearch.xml'),
  /** Of recent changes with the query of a view of them. */
  feed: file('/feeds/[feed]', 'by', 'kind', 'minor', 'review'),
  /** How an entry is named in a bibliography, in a format; `sources.FORMAT` is a list of sources, or its next part. */
  cite: file('/cite/[citation]', 'after', 'outlet', 'page'),
  /** The picture that other sites show beside a link. */
  linkPicture: file('/share/[image]'),
  /** One fact as a card in a frame on another site, and the way there by its address (oEmbed 1.0). */
  embedFact: framed('/embed/facts/[number]'),
  oembed: lookUpFile('/oembed', 'url', 'format', 'maxwidth', 'maxheight'),
  robots: file('/robots.txt'),
  sitemap: file('/sitemap.xml'),
  sitemapPart: file('/sitemaps/[part]'),
  built: builtFile(`${BUILT_FILES}[...file]`),
  /** The scripts of reading pages: `components/elements/`. */
  elements: builtFile('/elements/[...file]'),
  /** Style sheets of the build, several as one. */
  sheets: builtFile('/sheets/[name]'),
}

/** Builds the address of each row: `paths.factHistory(17, { before: 3 })` is `/facts/17/history?before=3`. */
export const paths = Object.fromEntries(
  Object.entries(routes).map(([name, route]) => [name, pathOf(route)]),
) as unknown as { [name in keyof typeof routes]: PathOf<(typeof routes)[name]> }
