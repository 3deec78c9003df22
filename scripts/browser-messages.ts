import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { type Language, languages } from '@/lib/env/languages'
import { BUILT_MESSAGES } from '@/lib/routes/browser-file'

/** Where a catalogue is defined: the file below `lib/messages/` and the export. */
const SOURCES: Record<Language, [file: string, what: string]> = {
  en: ['en/english', 'english'],
  'qps-plocm': ['pseudo/pseudo', 'pseudo()'],
}

/** The script that provides a language's catalogue to the page that loads it. */
export async function browserMessages(language: Language): Promise<string> {
  const [file, what] = SOURCES[language]
  const { outputFiles } = await build({
    stdin: {
      contents: `import * as texts from './lib/messages/${file}'; globalThis.loreleafMessages = texts.${what}`,
      resolveDir: '.',
    },
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

/** Writes every language's files among what the build made, each named by its content. */
export async function buildMessages(): Promise<void> {
  mkdirSync(BUILT_MESSAGES, { recursive: true })
  for (const language of languages) {
    const text = await browserMessages(language)
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
    writeFileSync(join(BUILT_MESSAGES, `${language}.${hash}.js`), text)
  }
}
