import { readFileSync } from 'node:fs'
import type { BuiltOperations } from './action-requests'

/** What the build in `folder` can be asked to do, as the framework wrote it down. Throws when it is not there. */
export function builtOperations(folder = '.next'): BuiltOperations {
  const read = (file: string) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))
  const { node } = read('server/server-reference-manifest.json')
  const routes: Record<string, string> = read('app-path-routes-manifest.json')
  const handlers = Object.entries(routes).flatMap(([file, path]) => (file.endsWith('/route') ? [path] : []))
  return { actions: new Set(Object.keys(node)), handlers: handlers.map(asPattern) }
}

/** Parts in brackets stand for one segment, or, with dots, for one or more. */
function asPattern(path: string): RegExp {
  const parts = path.split(/(\[[^\]]+\])/).map((part) => {
    if (part.startsWith('[...')) return '.+'
    return part.startsWith('[') ? '[^/]+' : part.replace(/[.*+?^${}()|\\]/g, '\\$&')
  })
  return new RegExp(`^${parts.join('')}$`)
}
