import type { Law } from './source-file'

/** No import cycles. */
export const cycles: Law = (files) => {
  const next = new Map(
    files.map(({ path, imports }) => [path, imports.flatMap((imported) => imported.path ?? [])]),
  )
  const done = new Set<string>()
  const broken: string[] = []

  const visit = (path: string, trail: string[]): void => {
    const start = trail.indexOf(path)
    if (start !== -1) broken.push(`${[...trail.slice(start), path].join(' → ')}: an import cycle`)
    if (start !== -1 || done.has(path)) return
    for (const imported of next.get(path) ?? []) visit(imported, [...trail, path])
    done.add(path)
  }
  for (const path of next.keys()) visit(path, [])
  return broken
}
