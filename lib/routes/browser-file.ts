import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/lib/env'
import { STATIC_FOLDER } from '@/lib/framework/build'
import { paths } from '@/lib/routes'

/** The parts of a catalogue that a page's scripts need: all of it on private pages, very little on shared ones. */
export const browserParts = ['whole', 'readers'] as const
export type BrowserPart = (typeof browserParts)[number]

/** Where the build puts the files; they are served with immutable caching, like everything that it made. */
export const BUILT_MESSAGES = join(STATIC_FOLDER, 'messages')

let built: string[] | undefined

/** The address of the file with this part of the wiki's language. */
export function addressOfMessages(part: BrowserPart): string {
  const name = `${env.language}-${part}`
  if (process.env.NODE_ENV !== 'production') return `/messages/${name}.js`
  built ??= readdirSync(BUILT_MESSAGES)
  const file = built.find((one) => one.startsWith(`${name}.`))
  if (!file) throw new Error(`the build made no file of ${name}`)
  return paths.built(`messages/${file}`)
}
