import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildId } from '@/lib/framework/build'

const STAMP = join('dist', 'built-from')
const SOURCES = ['app', 'components', 'db', 'lib', 'public', 'scripts']
const SETTINGS = ['next.config.ts', 'package-lock.json', 'tsconfig.json']

/** What the sources are now, as one hash: any change to what the build reads changes it. */
export function sourceHash(): string {
  const hash = createHash('sha256')
  for (const file of [...SOURCES.flatMap(filesBelow), ...SETTINGS].sort()) {
    const content = createHash('sha256').update(readFileSync(file)).digest('hex')
    hash.update(`${file}\0${content}\n`)
  }
  return hash.digest('hex')
}

/** Is the build that lies there made from these very sources? */
export function isBuilt(): boolean {
  return buildId() !== null && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sourceHash()
}

/** Whatever lies there counts as no build until `stampBuild`. */
export function forgetBuild(): void {
  rmSync(STAMP, { force: true })
}

/** Notes that the build was made from the sources of this hash. */
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
