import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/lib/env'
import { paths } from '@/lib/routes'

/** Where the build puts the scripts of reading pages, a folder for each language. */
export const BUILT_ELEMENTS = join('dist', 'elements')

/** What the file is called that loads the others; in a build its name goes on with a hash of its content. */
export const ELEMENTS_ENTRY = 'entry'

let entry: string | undefined

/** The address of the script that every page loads, in the wiki's language. Throws when the build made none. */
export function addressOfElements(): string {
  const { language } = env
  if (process.env.NODE_ENV !== 'production') return paths.elements(`${language}/${ELEMENTS_ENTRY}.js`)
  entry ??= readdirSync(join(BUILT_ELEMENTS, language)).find((file) => file.startsWith(`${ELEMENTS_ENTRY}-`))
  if (!entry) throw new Error('the build made no elements')
  return paths.elements(`${language}/${entry}`)
}
