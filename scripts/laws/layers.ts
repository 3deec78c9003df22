import type { Law, SourceFile } from './source-file'

/** The floors, top to bottom: imports go down. What is outside (scripts, stories, the bench) may import anything. */
const FLOORS = ['app', 'components', 'lib', 'db']

const floorOf = (path: string) => FLOORS.indexOf(path.split('/')[0] ?? '')
const isPackage = (name: string, wanted: string) => name === wanted || name.startsWith(`${wanted}/`)

/** Files of lib/ that may import the framework. */
const MEETS_NEXT = /^lib\/(operations\/form\.ts|.*\/actions\.ts|.*\/loaders\.ts|.*session[\w-]*\.ts)$/

/** Imports go down, and only lib/ touches db/. */
export const layers: Law = (files) => files.filter((file) => !file.isTest).flatMap(brokenLayers)

function brokenLayers({ path, imports }: SourceFile): string[] {
  const floor = floorOf(path)
  if (floor === -1) return []
  return imports.flatMap((imported) => {
    if (!imported.path) return []
    const other = floorOf(imported.path)
    if (other === -1)
      return /^(scripts|e2e|bench)\//.test(imported.path)
        ? [`${path} imports ${imported.path}: that is no floor of the house`]
        : []
    if (other < floor) return [`${path} imports ${imported.path}: imports go down`]
    if (FLOORS[other] === 'db' && FLOORS[floor] !== 'lib' && other !== floor)
      return [`${path} imports ${imported.path}: only lib/ touches db/`]
    return []
  })
}

/** Only db/ imports drizzle-orm. */
export const drizzleOnlyInDb: Law = (files) =>
  files
    .filter(({ path }) => !path.startsWith('db/'))
    .filter(({ imports }) => imports.some(({ name }) => isPackage(name, 'drizzle-orm')))
    .map(({ path }) => `${path} imports drizzle-orm: all SQL is in db/`)

/**
 * In lib/, the framework is imported only where requests come in, so that every operation also runs from a script or a
 * test.
 */
export const nextAtTheRim: Law = (files) =>
  files
    .filter(({ path, isTest }) => path.startsWith('lib/') && !isTest && !MEETS_NEXT.test(path))
    .flatMap(({ path, imports }) =>
      imports
        .filter(
          ({ name }) =>
            isPackage(name, 'next') || (isPackage(name, 'next-auth') && !path.startsWith('lib/sessions/')),
        )
        .map(({ name }) => `${path} imports ${name}: in lib/ only actions, loaders and session files may`),
    )

/** What may know that there is a replica of the database: the clients, and the one room that routes requests to it. */
const MEETS_REPLICA = /^(db\/postgres\/(client\.ts|replica\/.*)|lib\/replica\/.*)$/

/** How a replica is read from is known in one room alone; whoever carries its values does not look into them. */
export const replicaInOneRoom: Law = (files) =>
  files
    .filter(({ path, isTest }) => !isTest && !MEETS_REPLICA.test(path))
    .flatMap(({ path, imports }) =>
      imports
        .filter((imported) => imported.path?.startsWith('db/postgres/replica/'))
        .map((imported) => `${path} imports ${imported.path}: only lib/replica/ knows of a replica`),
    )
