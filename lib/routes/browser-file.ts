import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/lib/env'
import { STATIC_FOLDER } from '@/lib/framework/build'
import { paths } from '@/lib/routes'

/** Where the build puts the files; they are served with immutable caching, like everything that it made. */
export const BUILT_MESSAGES = join(STATIC_FOLDER, 'messages')

let built: string[] | undefined

/** The address of the file with the texts of the wiki's language, for pages on which React runs. */
export function addressOfMessages(): string {
  const { language } = env
  if (process.env.NODE_ENV !== 'production') return `/messages/${language}.js`
  built ??= readdirSync(BUILT_MESSAGES)
  const file = built.find((one) => one.startsWith(`${language}.`))
  if (!file) throw new Error(`the build made no file of texts in ${language}`)
  return paths.built(`messages/${file}`)
}
