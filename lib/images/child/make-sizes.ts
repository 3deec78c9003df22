import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { SIZE_FORMATS, type SizeFormat } from '@/lib/file-store/keys'
import type { Crop, MadeSize } from '@/lib/images/protocol'
import { digestOf } from './decode'
import { openPicture } from './open'

/**
 * Makes WebP and AVIF of a picture, or a part of it, at each of these widths, in `folder`. The picture is decoded once
 * for all. A part that does not lie within the picture throws.
 */
export async function makeSizes(
  input: string,
  folder: string,
  crop: Crop | null,
  widths: readonly number[],
): Promise<MadeSize[]> {
  const largest = Math.max(...widths)
  const { image } = await openPicture(input)
  const part = crop
    ? image.extract({ left: crop.x, top: crop.y, width: crop.width, height: crop.height })
    : image
  const { data, info } = await part
    .toColourspace('srgb')
    .resize({ width: largest, withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const made: MadeSize[] = []
  for (const wanted of widths)
    for (const format of SIZE_FORMATS) {
      const small = sharp(data, { raw: { width, height, channels } }).resize({ width: wanted })
      const file = join(folder, `${wanted}.${format}`)
      const written = await inFormat[format](small).toFile(file)
      const { size: bytes } = await stat(file)
      const digest = await digestOf(file)
      made.push({ file, format, width: written.width, height: written.height, bytes, digest })
    }
  return made
}

/** Effort: sharp's clock does not stop an encoder of AVIF, which takes minutes at 9. */
const inFormat: Record<SizeFormat, (image: Sharp) => Sharp> = {
  webp: (image) => image.webp({ quality: 80, effort: 4 }),
  avif: (image) => image.avif({ quality: 55, effort: 3 }),
}
