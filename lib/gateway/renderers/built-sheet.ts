import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { builtFileAt } from '@/lib/framework/build'
import { type Parts, partsOf } from './needed-sheet'

/** Built files never change under their names, and there are only a few dozen sheets. */
const read = new Map<string, Parts | null>()

/** The built style sheet at an address of this site; null when there is none, or it cannot be inlined. */
export function builtSheet(href: string): Parts | null {
  if (!read.has(href)) read.set(href, load(href))
  return read.get(href) ?? null
}

function load(href: string): Parts | null {
  const file = builtFileAt(href)
  if (file === null || !existsSync(file)) return null
  const text = withWholeAddresses(readFileSync(file, 'utf8'), href)
  // It would close its own element.
  if (/<\/style/i.test(text)) return null
  return partsOf(text)
}

/** Relative addresses in a file are relative to the file; in a page they have to be absolute. */
function withWholeAddresses(text: string, href: string): string {
  return text.replace(
    /url\((\.[^)]+)\)/g,
    (_, path: string) => `url(${posix.join(posix.dirname(href), path)})`,
  )
}
