import type { SizeFormat } from '@/lib/file-store/keys'
import type { Crop } from './protocol'

/**
 * The widths in pixels in which pictures are made, none larger than itself; what is narrower than 800 in its own, too. A phone of 412 × 1.75 pixels takes 800. Those
 * that an older list made are served as before.
 */
export const WIDTHS = [320, 800, 1_280, 1_920] as const

/**
 * What is made of a picture: AVIF of more pixels takes more memory than its process may. Of one that is so high, as comics
 * to scroll through are, that it could be made only narrower than `legible`, nothing is made.
 */
export const SIZING = { widths: WIDTHS, mostPixels: 5_000_000, legible: 800 }

/** A size of an object, as addresses name it. */
export interface SizeName {
  /** `x,y,width,height`; empty for all of the picture. */
  crop: string
  width: number
  format: SizeFormat
}

/** Reads the name of a size: `800.webp`, or `800-10,20,300,200.avif` of a part; null when it is none. */
export function readSizeName(name: string): SizeName | null {
  const [, width, crop = '', format] =
    /^([1-9]\d{0,4})(?:-(\d{1,6},\d{1,6},\d{1,6},\d{1,6}))?\.(webp|avif)$/.exec(name) ?? []
  return width && format ? { crop, width: Number(width), format: format as SizeFormat } : null
}

/** Reads a part as rows name it, `x,y,width,height`; null for all of the picture. */
export function readCrop(name: string): Crop | null {
  if (name === '') return null
  const [x = 0, y = 0, width = 0, height = 0] = name.split(',').map(Number)
  return { x, y, width, height }
}
