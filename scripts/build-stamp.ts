import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildId } from '@/lib/framework/build'

const STAMP = join('dist', 'built-from')
const SOURCES = ['app', 'components', 'db', 'lib', 'public', 'scripts']
const SETTINGS = ['next.config.ts', 'package-lock.json', 'tsconfig.json']

/** A hash of all sources that the build reads. */
export function sourceHash(): string {
  const hash = createHash('sha256')
  for (const file of [...SOURCES.flatMap(filesBelow), ...SETTINGS].sort()) {
    const content = createHash('sha256').update(readFileSync(file)).digest('hex')
    hash.update(`${file}\0${content}\n`)
  }
  return hash.digest('hex')
}

/** Whether the existing build was made from these sources. */
export function isBuilt(): boolean {
  return buildId() !== null && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sourceHash()
}

/** Marks the existing build as invalid until `stampBuild`. */
export function forgetBuild(): void {
  rmSync(STAMP, { force: true })
}

/** Records that the build was made from the sources of this hash. */
export function stampBuild(hash: string): void {
  mkdirSync('dist', { recursive: true })
  writeFileSync(STAMP, hash)
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && !/\.test\.tsx?$/.test(item.name))
    .map((item) => join(item.parentPath, item.name))
}
