import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/lib/env'
import { BUILT_ELEMENTS } from '@/lib/routes/elements-file'

let words: ReadonlySet<string> | undefined

/** Every word in the scripts of reading pages: the classes of what they put into a page are among them. */
export function laterClasses(): ReadonlySet<string> {
  words ??= new Set(scripts().flatMap((text) => text.match(/[A-Za-z][\w-]*/g) ?? []))
  return words
}

function scripts(): string[] {
  const folder = join(BUILT_ELEMENTS, env.language)
  if (!existsSync(folder)) return []
  return readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
}
