import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { glyphsIn } from './glyphs'

/** The subsets of Source Serif 4 in which its package comes. */
const SUBSETS = ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext', 'vietnamese']
const FOLDER = 'node_modules/@fontsource/source-serif-4/files'

export interface Fonts {
  /** For the renderer of pictures: each subset needs a name of its own. */
  files: { name: string; data: Buffer; weight: 600; style: 'normal' }[]
  /** Their names, in the order in which a glyph is looked for. */
  family: string
  covers: ReadonlySet<number>
}

let read: Fonts | undefined

/** The fonts of pictures, read from their package once. */
export function pictureFonts(): Fonts {
  read ??= readFonts()
  return read
}

function readFonts(): Fonts {
  const files = SUBSETS.map((subset) => ({
    name: `Serif ${subset}`,
    data: readFileSync(join(process.cwd(), FOLDER, `source-serif-4-${subset}-600-normal.woff`)),
    weight: 600 as const,
    style: 'normal' as const,
  }))
  const covers = new Set(files.flatMap(({ data }) => [...glyphsIn(data)]))
  return { files, family: files.map(({ name }) => `'${name}'`).join(', '), covers }
}

/** Written from right to left: the renderer of pictures would set it the wrong way round. */
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
/** Letters, digits, and marks on them; not what only chooses the shape of a sign. */
const WORDS = /[\p{L}\p{N}]|(?![\ufe00-\ufe0f\u20e3])\p{M}/u

/**
 * A text as these fonts can show it: signs that they lack, like emoji, are left out, since the renderer would ask another
 * site for them. Null where letters or digits are lacking, and for what is written from right to left.
 */
export function drawable(text: string, { covers }: Pick<Fonts, 'covers'>): string | null {
  const composed = text.normalize('NFC').replace(/\p{Cf}/gu, '')
  if (RIGHT_TO_LEFT.test(composed)) return null
  const lacking = [...composed].filter((one) => !covers.has(one.codePointAt(0) ?? 0) && !/\s/u.test(one))
  if (lacking.some((one) => WORDS.test(one))) return null
  const kept = [...composed].filter((one) => !lacking.includes(one)).join('')
  return kept.replace(/\s+/gu, ' ').trim() || null
}
