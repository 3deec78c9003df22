import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInThisContext } from 'node:vm'
import { build } from 'esbuild'
import { afterAll, describe, expect, it } from 'vitest'
import { frameInSources, stackInSources } from './frame-in-sources'
import { knownOf } from './log'

const folder = mkdtempSync(join(tmpdir(), 'loreleaf-frames-'))
afterAll(() => rmSync(folder, { recursive: true }))

const SOURCE = `
export function fallOver(words: string): never {
  const told: string = words.toUpperCase()
  throw new Error(told)
}
`

/** An error out of a built file, pressed into one line as the framework's build is; with or without its map. */
async function errorFromBuild({ hasMap }: { hasMap: boolean }): Promise<Error> {
  const [source, built] = [join(folder, 'fall-over.ts'), join(folder, hasMap ? 'mapped.js' : 'bare.js')]
  writeFileSync(source, SOURCE)
  await build({
    ...{ entryPoints: [source], outfile: built, bundle: true, minify: true, format: 'iife' },
    ...{ globalName: 'built', sourcemap: hasMap },
  })
  const code = `${readFileSync(built, 'utf8')};built.fallOver`
  try {
    return runInThisContext(code, { filename: built })('nothing')
  } catch (error) {
    return error as Error
  }
}

describe('a stack out of built files', () => {
  it('is logged as it stands in the sources', async () => {
    const error = await errorFromBuild({ hasMap: true })
    expect(error.stack).toContain('mapped.js:')
    expect(knownOf(error).at?.[0]).toMatch(/fall-over\.ts:4:9\)?$/)
    expect(stackInSources(error)).toMatch(/^Error: NOTHING\n.*fall-over\.ts:4:9/)
  })

  it('is left as it is where there is no map', async () => {
    const error = await errorFromBuild({ hasMap: false })
    expect(stackInSources(error)).toBe(error.stack)
  })

  it.each([
    'at node:internal/process/task_queues:95:5',
    'at <anonymous>',
    'at async Promise.all (index 0)',
    'at file:///%ff/broken.js:1:1',
    'Error: not found: /wiki/a/b:1:2',
  ])('has lines that are no place in a built file: %s', (line) => {
    expect(frameInSources(line)).toBe(line)
  })
})
