import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { startNode } from '@/scripts/child'
import { placeFor } from '@/scripts/postgres/place'
import { progress } from '../progress'
import type { Manifest } from '../seed/manifest'
import { MANIFEST } from '../seed/manifest-file'

/** A generated wiki on the disk. */
export interface Large {
  dataFolder: string
  manifest: Manifest
}

const FOLDER = resolve('.bench')
/** How many facts and revisions there are per page. */
const PER_PAGE = 10

/**
 * A wiki of so many pages, ten times as many facts, and as many revisions: made on first use, which takes minutes when
 * it is large, and reused as long as its generator and the schema stay the same.
 */
export async function largeWiki(pages: number): Promise<Large> {
  const dataFolder = join(FOLDER, `wiki-${pages}-${stateOfGenerator()}`)
  if (!existsSync(join(dataFolder, MANIFEST))) await make(pages, dataFolder)
  return wikiAt(dataFolder)
}

/** An existing generated wiki of any size. */
export const wikiAt = (dataFolder: string): Large => ({
  dataFolder,
  manifest: JSON.parse(readFileSync(join(dataFolder, MANIFEST), 'utf8')),
})

async function make(pages: number, dataFolder: string): Promise<void> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 })
  removeOlder(pages)
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 })
  const many = String(pages * PER_PAGE)
  progress(
    `Making a wiki of ${pages} pages, ${many} facts and ${many} revisions; it is kept in ${dataFolder}`,
  )
  const flags = ['--pages', String(pages), '--facts', many, '--revisions', many]
  const { LORELEAF_DATA: _, DATABASE_URL: _url, ...env } = process.env
  const child = startNode(['--import', 'tsx', 'bench/seed/command.ts', ...flags], {
    env: { ...env, NODE_ENV: 'production', LORELEAF_DATA: dataFolder },
    stdio: ['ignore', 2, 2],
  })
  if ((await child.ended) !== 0) throw new Error(`the wiki of ${pages} pages could not be made`)
}

/** Removes wikis of this size that another generator made, or that are incomplete. */
function removeOlder(pages: number): void {
  for (const name of readdirSync(FOLDER).filter((name) => name.startsWith(`wiki-${pages}-`))) {
    rmSync(placeFor(join(FOLDER, name)).folder, { recursive: true, force: true })
    rmSync(join(FOLDER, name), { recursive: true, force: true })
  }
}

/** Changes whenever the generator or the schema does. */
function stateOfGenerator(): string {
  const hash = createHash('sha256')
  for (const folder of ['bench/seed', 'drizzle'])
    for (const name of readdirSync(folder).filter((name) => /(?<!\.test)\.(ts|sql)$/.test(name)))
      hash.update(`${name}\0`).update(readFileSync(join(folder, name)))
  return hash.digest('hex').slice(0, 12)
}
