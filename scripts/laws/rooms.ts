import type { Law, SourceFile } from './source-file'

/** The rooms of lib/, lowest first: each imports only what stands before it. A file at the root is a room of its own. */
export const LIB = [
  ...[
    'env',
    'framework',
    'frame-in-sources',
    'log',
    'secret',
    'build-and-keys',
    'progress',
    'messages',
    'text',
    'addresses',
    'titles',
    'routes',
  ],
  ...['input', 'errors', 'policy', 'rate-limit', 'content', 'fields'],
  ...[
    'cache',
    'settings',
    'outside',
    'jobs',
    'events',
    'audit',
    'mail',
    'file-store',
    'images',
    'health',
    'places',
  ],
  ...['replica', 'gateway', 'kinds', 'entries', 'public-log', 'sessions', 'media', 'operations', 'accounts'],
  ...['uploads', 'standings', 'captures', 'publishing', 'changesets', 'submissions', 'citations', 'review'],
  ...[
    'wiki',
    'facts',
    'sources',
    'files',
    'pages',
    'timeline',
    'views',
    'editing',
    'revisions',
    'moderation',
    'withholding',
    'talk',
    'reports',
  ],
  ...[
    'search',
    'front',
    'greeting',
    'tasks',
    'sharing',
    'news',
    'live',
    'own-data',
    'feeds',
    'sitemap',
    'transfer',
    'worker',
    'api',
  ],
]

/** The rooms of components/, lowest first. */
export const COMPONENTS = [
  ...[
    'styles',
    'elements',
    'ui',
    'sessions',
    'citations',
    'pictures',
    'content',
    'fields',
    'public-log',
    'entries',
    'sharing',
    'diff',
    'editor',
    'conflicts',
  ],
  ...[
    'review',
    'submissions',
    'forms',
    'facts',
    'sources',
    'files',
    'pages',
    'kinds',
    'revisions',
    'accounts',
    'wiki',
    'reports',
    'news',
  ],
  ...['moderation', 'withholding', 'talk', 'search', 'progress', 'frame', 'ways', 'front', 'tasks'],
]

/** The folders of db/, lowest first. */
export const DB = [
  ...[
    'postgres',
    'events',
    'cache',
    'jobs',
    'rate-limit',
    'outside',
    'accounts',
    'mail',
    'visibility',
    'wiki',
  ],
  ...['entries', 'files', 'news', 'audit', 'submissions', 'revisions', 'withholding', 'talk', 'review'],
  ...['links', 'standings', 'search', 'pages', 'facts', 'sources', 'captures', 'publishing'],
  ...['feeds', 'sitemap', 'reports', 'me', 'tasks', 'operations', 'own-data', 'metrics', 'backup'],
]

/** Support for tests may import anything. */
export const OF_TESTS = /(^|\/)testing([\w-]*\.tsx?$|\/)/

/** Rooms of one floor import each other in one direction: in the order that is stated for the floor. */
export const rooms: Law = (files) => [
  ...inOrder('lib', LIB, files),
  ...inOrder('components', COMPONENTS, files),
  ...inOrder('db', DB, files.map(withoutJoinedTables)),
]

/** A query may join any table: only what a folder's tables, and its queries, otherwise need is bound by the order. */
function withoutJoinedTables(file: SourceFile): SourceFile {
  if (isSchema(file.path)) return file
  return { ...file, imports: file.imports.filter(({ path }) => !isSchema(path)) }
}

const isSchema = (path: string | undefined) => /^db\/[\w-]+\/schema\.ts$/.test(path ?? '')

/** Judges one floor by its order; a place that no file fills is reported where all files are given. */
export function inOrder(floor: string, order: readonly string[], files: SourceFile[]): string[] {
  const ours = files.filter(
    ({ path, isTest }) => path.startsWith(`${floor}/`) && !isTest && !OF_TESTS.test(path),
  )
  const found = new Set(ours.map(({ path }) => roomOf(path)))
  const places = new Map(order.map((room, at) => [room, at]))
  const broken = ours.flatMap(({ path, imports }) => {
    const room = roomOf(path)
    return imports.flatMap(({ path: imported }) => {
      if (!imported?.startsWith(`${floor}/`)) return []
      const other = roomOf(imported)
      return (places.get(other) ?? 0) > (places.get(room) ?? order.length)
        ? [`${path} imports ${imported}: ${other} comes after ${room} in ${floor}/`]
        : []
    })
  })
  const unplaced = [...found].filter((room) => !places.has(room))
  const isWhole = found.has(order[0] ?? '')
  const unfilled = isWhole ? order.filter((room) => !found.has(room) && room !== 'styles') : []
  return [
    ...broken,
    ...unplaced.map((room) => `room ${room} of ${floor} has no place in the order of scripts/laws/rooms.ts`),
    ...unfilled.map((room) => `room ${room} of ${floor} has a place in the order and no file`),
  ]
}

const roomOf = (path: string) => (path.split('/')[1] ?? '').replace(/\.tsx?$/, '')
