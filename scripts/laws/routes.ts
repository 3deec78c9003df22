import { existsSync } from 'node:fs'
import { routes } from '@/lib/routes'
import type { Route } from '@/lib/routes/row'
import type { SourceFile } from './source-file'

/** Every page and handler of app/ has one row in lib/routes.ts, which says whether it is a page; and every row has its file. */
export function rowsAndFiles(files: SourceFile[], rows: Route[] = Object.values(routes)): string[] {
  const answered = files.flatMap(({ path }) => answeredBy(path))
  const patterns = rows.map(({ pattern }) => pattern)
  const twice = patterns.filter((pattern, at) => patterns.indexOf(pattern) < at)
  const without = answered.filter(({ pattern }) => !patterns.includes(pattern))
  return [
    ...twice.map((pattern) => `lib/routes.ts: ${pattern} has two rows`),
    ...without.map(({ path, pattern }) => `${path}: ${pattern} has no row in lib/routes.ts`),
    ...rows.flatMap((row) => wrongIn(row, answered)),
  ]
}

interface Answered {
  path: string
  pattern: string
  isPage: boolean
}

function wrongIn({ pattern, isOutsideApp, runsReact }: Route, answered: Answered[]): string[] {
  const found = answered.find((one) => one.pattern === pattern)
  const isInApp = found !== undefined || (/\.\w+$/.test(pattern) && existsSync(`app${pattern}`))
  if (isInApp === isOutsideApp)
    return [`lib/routes.ts: ${pattern} has ${isInApp ? 'a file' : 'no file'} in app/`]
  if ((found?.isPage ?? false) === runsReact) return []
  return [`lib/routes.ts: ${pattern} is ${runsReact ? 'no' : 'a'} page`]
}

function answeredBy(path: string): Answered[] {
  if (path === 'app/robots.ts') return [{ path, pattern: '/robots.txt', isPage: false }]
  const [, folder, kind] = /^app(\/.*)?\/(page\.tsx|route\.ts)$/.exec(path) ?? []
  return kind === undefined ? [] : [{ path, pattern: folder ?? '/', isPage: kind === 'page.tsx' }]
}
