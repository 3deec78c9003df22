import { readFileSync } from 'node:fs'

/** A server action of the build: where it is written, and the routes whose pages can call it. */
export interface BuiltAction {
  /** `lib/pages/actions.ts savePage`, as the table names it. */
  name: string
  /** What a call says in its `next-action` header. */
  id: string
  routes: string[]
}

interface ReferenceManifest {
  node: Record<string, { workers: Record<string, unknown>; filename: string; exportedName: string }>
}

const read = <T>(file: string) => JSON.parse(readFileSync(`.next/${file}`, 'utf8')) as T

const pathsOfFiles = () => read<Record<string, string>>('app-path-routes-manifest.json')

/** Every address pattern that the build answers, the framework's own two error pages aside. */
export const builtRoutes = () =>
  Object.values(pathsOfFiles())
    .filter((path) => !path.startsWith('/_'))
    .sort()

/** Every server action that the build lets anybody call. */
export function builtActions(): BuiltAction[] {
  const paths = pathsOfFiles()
  const { node } = read<ReferenceManifest>('server/server-reference-manifest.json')
  return Object.entries(node).map(([id, { workers, filename, exportedName }]) => ({
    name: `${filename} ${exportedName}`,
    id,
    routes: Object.keys(workers).map((file) => paths[file.replace(/^app(?=\/)/, '')] ?? file),
  }))
}

/** An action of the build by its name in the table. */
export function actionNamed(name: string): BuiltAction {
  const found = builtActions().find((action) => action.name === name)
  if (!found) throw new Error(`the build has no action ${name}`)
  return found
}
