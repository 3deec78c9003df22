import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/lib/env'
import { BUILT_ELEMENTS } from '@/lib/routes/elements-file'
import type { Names } from './needed-sheet'

let names: Names | undefined

/**
 * What the scripts of reading pages may put into a page by themselves. What they fetch from other pages brings its own
 * rules (`components/elements/dress.ts`).
 */
export function laterNames(): Names {
  names ??= namesOfScripts(scripts())
  return names
}

/** Where a minified script sets classes: up to the next attribute or statement. */
const CLASSES = /\bclass(?:Name)?(?:=|:)([^,}]*)|\bclassList\.\w+\(([^)]*)\)/g
const STRINGS = /["'`]([a-z][\w-]*)["'`]/g

/**
 * The classes that minified scripts set, with a dot before each, and all single words that they hold: tags are among
 * them. A class has to stand where it is set, in one string with others or alone, not put together from parts.
 */
export function namesOfScripts(scripts: readonly string[]): ReadonlySet<string> {
  const found = scripts.flatMap((text) => [
    ...[...text.matchAll(CLASSES)].flatMap(([, set = '', called = '']) =>
      [...`${set}${called}`.matchAll(/[A-Za-z][\w-]*/g)].map(([name]) => `.${name}`),
    ),
    ...[...text.matchAll(STRINGS)].map(([, tag = '']) => tag),
  ])
  return new Set(found)
}

function scripts(): string[] {
  const folder = join(BUILT_ELEMENTS, env.language)
  if (!existsSync(folder)) return []
  return readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
}
