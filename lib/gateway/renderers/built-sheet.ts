import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { BUILT_FILES } from '@/lib/framework/addresses'
import { builtFileAt } from '@/lib/framework/build'
import { type Parts, partsOf } from './needed-sheet'

/** A style sheet of the build, whole and in parts. */
export interface BuiltSheet {
  /** Without its faces. */
  text: string
  parts: Parts
}

/** Built files never change under their names, and there are only a few dozen sheets. */
const read = new Map<string, BuiltSheet | null>()

/** The built style sheet at an address of this site; null when there is none, or it cannot be inlined. */
export function builtSheet(href: string): BuiltSheet | null {
  if (!read.has(href)) read.set(href, load(href))
  return read.get(href) ?? null
}

function load(href: string): BuiltSheet | null {
  const file = builtFileAt(href)
  if (file === null || !existsSync(file)) return null
  const text = withWholeAddresses(readFileSync(file, 'utf8'), href)
  // It would close its own element.
  if (/<\/style/i.test(text)) return null
  return { text: text.replace(/@font-face\s*\{[^}]*\}/g, ''), parts: partsOf(text) }
}

/** Relative addresses in a file are relative to the file; in a page they have to be absolute. */
function withWholeAddresses(text: string, href: string): string {
  return text.replace(
    /url\((\.[^)]+)\)/g,
    (_, path: string) => `url(${posix.join(posix.dirname(href), path)})`,
  )
}

/** Where the build has its sheets, each under one word with a hash in it. */
const FOLDER = `${BUILT_FILES}chunks/`
const NAME = /^[\w~-]+$/

/**
 * The one name of several built sheets, `one.other.css`: under it they are answered together (`sheetsNamed()`). Null when
 * one of them is called otherwise than the build calls sheets.
 */
export function nameOfSheets(hrefs: readonly string[]): string | null {
  const names = hrefs.map((href) =>
    href.startsWith(FOLDER) ? href.slice(FOLDER.length).replace(/\.css$/, '') : '',
  )
  return names.every((name) => NAME.test(name)) ? `${names.join('.')}.css` : null
}

/** The sheets of a name in their order, as one, without faces: those are in the pages. Null when one of them is not there. */
export function sheetsNamed(name: string): string | null {
  const names = /^(.+)\.css$/.exec(name)?.[1]?.split('.') ?? []
  if (names.length === 0 || !names.every((one) => NAME.test(one))) return null
  const sheets = names.map((one) => builtSheet(`${FOLDER}${one}.css`))
  return sheets.every((sheet) => sheet !== null) ? sheets.map(({ text }) => text).join('') : null
}
