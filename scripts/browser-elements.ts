import { readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type BuildOptions, build, type Plugin, transform } from 'esbuild'
import { type Language, languages } from '@/lib/env/languages'
import { BUILT_ELEMENTS, ELEMENTS_ENTRY } from '@/lib/routes/elements-file'

/** How the scripts of reading pages are bundled in a language: as modules, with what they share in files of its own. */
const bundleOf = (language: Language) =>
  ({
    entryPoints: { [ELEMENTS_ENTRY]: 'components/elements/entry.ts' },
    outdir: join(BUILT_ELEMENTS, language),
    bundle: true,
    splitting: true,
    minify: true,
    charset: 'utf8',
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'warning',
    plugins: [textsIn(language), stylesAsText, onlyWhatIsSmall],
  }) satisfies BuildOptions

/** Writes every language's files among what the build made, each named by its content. */
export async function buildElements(): Promise<void> {
  rmSync(BUILT_ELEMENTS, { recursive: true, force: true })
  for (const language of languages)
    await build({ ...bundleOf(language), entryNames: '[name]-[hash]', chunkNames: '[name]-[hash]' })
}

/** The files of a language by their names, without hashes. */
export async function elementsInMemory(language: Language): Promise<Map<string, string>> {
  const { outputFiles } = await build({ ...bundleOf(language), write: false })
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text]))
}

/** `#texts/FILE` stands for `lib/messages/<language>/FILE.ts`; the pseudo-language is made from the English file. */
function textsIn(language: Language): Plugin {
  return {
    name: 'texts',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^#texts\// }, ({ path }) => {
        const file = path.slice('#texts/'.length)
        const isPseudo = language === 'qps-plocm'
        return { path: textFile(isPseudo ? 'en' : language, file), ...(isPseudo && { namespace: 'pseudo' }) }
      })
      onLoad({ filter: /./, namespace: 'pseudo' }, ({ path }) => ({
        contents: disguisedFile(path),
        resolveDir: '.',
      }))
    },
  }
}

const textFile = (language: string, file: string) =>
  join(process.cwd(), 'lib/messages', language, `${file}.ts`)

function disguisedFile(path: string): string {
  const names = [...readFileSync(path, 'utf8').matchAll(/^export (?:const|function) (\w+)/gm)].map(
    ([, name]) => name,
  )
  return `
    import * as english from ${JSON.stringify(path)}
    import { disguised } from './lib/messages/pseudo/disguise'
    ${names.map((name) => `export const ${name} = disguised(english.${name})`).join('\n')}
  `
}

/** `./FILE.css?text` is the text of a style sheet, for what is shown only when a reader asks. */
const stylesAsText: Plugin = {
  name: 'styles as text',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\.css\?text$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace('?text', '')),
      namespace: 'styles',
    }))
    onLoad({ filter: /./, namespace: 'styles' }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true })
      return { contents: code, loader: 'text' }
    })
  },
}

/** A reading page's scripts weigh a few kB: one import of the framework or of a whole catalogue would be ten times that. */
const onlyWhatIsSmall: Plugin = {
  name: 'only what is small',
  setup({ onResolve }) {
    onResolve({ filter: /^(?:#catalogue|react|next|zod)(?:$|[-/])/ }, ({ path, importer }) => ({
      errors: [{ text: `${importer} imports ${path}, which is too much for a reading page` }],
    }))
  },
}
