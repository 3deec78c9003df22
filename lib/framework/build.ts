import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { BUILT_FILES } from './addresses'

/** Where a build lies, below the folder of its application. */
export const BUILD_FOLDER = '.next'

/** Where those files of a build lie that are answered below `BUILT_FILES`; what is put here is answered as well. */
export const STATIC_FOLDER = join(BUILD_FOLDER, 'static')

/** The build's name, new for each build; null when there is none. `application` is the folder of the application. */
export function buildId(application = '.'): string | null {
  const file = join(application, BUILD_FOLDER, 'BUILD_ID')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null
}

/** The file of the build that is answered at `address`, from the application's folder; null where no such file can be. */
export function builtFileAt(address: string): string | null {
  if (!address.startsWith(BUILT_FILES) || posix.normalize(address) !== address) return null
  return join(STATIC_FOLDER, address.slice(BUILT_FILES.length))
}

/** A server action of a build. */
export interface BuiltAction {
  /** By which it is called: 42 hexadecimal digits. */
  id: string
  /** The file that exports it, from the root that Next took for the project's, and its name there. */
  file: string
  name: string
  /** The address patterns of the pages that can call it. */
  routes: string[]
}

/** Every server action that a build lets anybody call (`server/server-reference-manifest.json`). Throws without a build. */
export function builtActions(application = '.'): BuiltAction[] {
  const patterns = patternsOf(application)
  const { node } = read<{
    node: Record<string, { workers: Record<string, unknown>; filename: string; exportedName: string }>
  }>(application, 'server/server-reference-manifest.json')
  return Object.entries(node).map(([id, { workers, filename, exportedName }]) => ({
    id,
    file: filename,
    name: exportedName,
    routes: Object.keys(workers).map((entry) => patterns[entry.replace(/^app(?=\/)/, '')] ?? entry),
  }))
}

/** Every address pattern that a build answers, Next's own error pages aside, sorted. Throws without a build. */
export const builtRoutes = (application = '.'): string[] =>
  Object.values(patternsOf(application))
    .filter((pattern) => !pattern.startsWith('/_'))
    .sort()

/** What a build can be asked to do beside being read. */
export interface BuiltOperations {
  /** The ids by which its actions are called. */
  actions: ReadonlySet<string>
  /** The paths that answer by themselves, and take whatever they like. */
  handlers: readonly RegExp[]
}

/** What a build can be asked to do. Throws without a build. */
export function builtOperations(application = '.'): BuiltOperations {
  const patterns = Object.entries(patternsOf(application))
  return {
    actions: new Set(builtActions(application).map(({ id }) => id)),
    handlers: patterns.flatMap(([entry, pattern]) => (entry.endsWith('/route') ? [asRegExp(pattern)] : [])),
  }
}

/**
 * The environment with which a server takes its settings as the build wrote them down: to read `next.config.ts` it would
 * load its compiler, 25 MB, and keep it. The server that Next makes for `output: 'standalone'` hands them over in the
 * same way. To be set before `prepare()`. Throws without a build.
 */
export function settingsOfBuild(application = '.'): Record<string, string> {
  const { config } = read<{ config: object }>(application, 'required-server-files.json')
  return { __NEXT_PRIVATE_STANDALONE_CONFIG: JSON.stringify(config) }
}

/** The address patterns of a build by their entries (`/wiki/[...title]/page`), pages and handlers. */
const patternsOf = (application: string) =>
  read<Record<string, string>>(application, 'app-path-routes-manifest.json')

const read = <T>(application: string, file: string) =>
  JSON.parse(readFileSync(join(application, BUILD_FOLDER, file), 'utf8')) as T

/** Parts in brackets stand for one segment, or, with dots, for one or more. */
function asRegExp(pattern: string): RegExp {
  const parts = pattern.split(/(\[[^\]]+\])/).map((part) => {
    if (part.startsWith('[...')) return '.+'
    return part.startsWith('[') ? '[^/]+' : part.replace(/[.*+?^${}()|\\]/g, '\\$&')
  })
  return new RegExp(`^${parts.join('')}$`)
}
