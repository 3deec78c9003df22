import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/lib/env'
import { routes } from '@/lib/routes'
import { BUILT_ELEMENTS } from '@/lib/routes/elements-file'

let words: ReadonlySet<string> | undefined

/**
 * Every word in the scripts of reading pages: the classes of what they put into a page are among them. Names of query
 * parameters, which are in the scripts with the table of addresses, are not.
 */
export function laterClasses(): ReadonlySet<string> {
  if (words) return words
  const found = new Set(scripts().flatMap((text) => text.match(/[A-Za-z][\w-]*/g) ?? []))
  for (const { query } of Object.values(routes)) for (const name of query) found.delete(name)
  words = found
  return words
}

function scripts(): string[] {
  const folder = join(BUILT_ELEMENTS, env.language)
  if (!existsSync(folder)) return []
  return readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
}
