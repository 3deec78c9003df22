import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { type Language, languages } from '@/lib/env/languages'
import { type BrowserPart, BUILT_MESSAGES, browserParts } from '@/lib/routes/browser-file'

/** Where a catalogue, or its part for shared pages, is defined: the file below `lib/messages/` and the export. */
const SOURCES: Record<Language, Record<BrowserPart, [file: string, what: string]>> = {
  en: { whole: ['en/english', 'english'], readers: ['en/for-readers', 'forReaders'] },
  'qps-plocm': { whole: ['pseudo/pseudo', 'pseudo()'], readers: ['pseudo/for-readers', 'forReaders()'] },
}

/** The script that provides a part of a language's catalogue to the page that loads it. */
export async function browserMessages(language: Language, part: BrowserPart): Promise<string> {
  const [file, what] = SOURCES[language][part]
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
  for (const language of languages)
    for (const part of browserParts) {
      const text = await browserMessages(language, part)
      const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
      writeFileSync(join(BUILT_MESSAGES, `${language}-${part}.${hash}.js`), text)
    }
}
