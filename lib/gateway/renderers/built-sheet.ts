import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { builtFileAt } from '@/lib/framework/build'
import type { Sheet } from './inline-sheets'

/** A file of the build never changes under its name, and there are a few dozen. */
const read = new Map<string, Sheet | null>()

/** The style sheet of the build at this address of the site; null when it is none, or cannot stand within a page. */
export function builtSheet(href: string): Sheet | null {
  if (!read.has(href)) read.set(href, load(href))
  return read.get(href) ?? null
}

function load(href: string): Sheet | null {
  const file = builtFileAt(href)
  if (file === null || !existsSync(file)) return null
  const text = withWholeAddresses(readFileSync(file, 'utf8'), href)
  // It would end the element that holds it.
  if (/<\/style/i.test(text)) return null
  return { text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` }
}

/** In a file an address begins where the file lies, in a page where the page does. */
function withWholeAddresses(text: string, href: string): string {
  return text.replace(
    /url\((\.[^)]+)\)/g,
    (_, path: string) => `url(${posix.join(posix.dirname(href), path)})`,
  )
}
