import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every parameter that some page or route of the wiki reads from an address, as its source names it. */
export function queryNames(): string[] {
  const texts = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\/(page\.tsx|route\.ts)$/.test(`/${file}`))
    .map((file) => readFileSync(join('app', file), 'utf8'))
  const calls = texts.flatMap((text) => [...text.matchAll(/\bread(?:Request)?Query\(([^()]*)\)/g)])
  const names = calls.flatMap(([, given = '']) =>
    [...given.matchAll(/'(\w+)'/g)].map(([, name]) => name ?? ''),
  )
  if (names.length < 20) throw new Error('pages read their addresses otherwise: find it otherwise')
  return [...new Set(names)]
}
