import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { digestOf, sampled } from '@/lib/images/child/decode'
import { averageColour, likenessOf } from '@/lib/images/likeness'
import { command } from './plain-error'
import { say } from './say'

const DRAWINGS = 'db/seed/drawings'
const PICTURES = 'db/seed/pictures'

/**
 * Renders the drawings of the seed (`db/seed/drawings/*.svg`) to the pictures that it brings, since an SVG is not accepted
 * as a picture, and writes down what the seed has to know of them.
 */
command(async () => {
  await mkdir(PICTURES, { recursive: true })
  const names = (await readdir(DRAWINGS))
    .filter((file) => file.endsWith('.svg'))
    .map((file) => file.slice(0, -4))
  const drawn = []
  for (const name of names.sort()) drawn.push([name, await draw(name)] as const)
  await writeFile(join(PICTURES, 'pictures.json'), `${JSON.stringify(Object.fromEntries(drawn), null, 1)}\n`)
  say(`Drew ${drawn.length} pictures.`)
})

/** Flat colours are smaller without loss than with it, and have clean edges. */
async function draw(name: string) {
  const path = join(PICTURES, `${name}.webp`)
  const drawing = await readFile(join(DRAWINGS, `${name}.svg`))
  const { width, height } = await sharp(drawing).webp({ lossless: true, effort: 6 }).toFile(path)
  const pixels = await sampled(path)
  const { size: bytes } = await stat(path)
  const looks = { colour: averageColour(pixels), likeness: likenessOf(pixels) }
  return { sha256: await digestOf(path), bytes, width, height, ...looks }
}
