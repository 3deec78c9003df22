import type { SizeFormat } from '@/lib/file-store/keys'
import type { Crop } from './protocol'

/** The widths in pixels in which pictures are made. */
export const WIDTHS = [320, 640, 1_280, 1_920] as const

/** The widths in which a picture of this width is made: none is larger than itself. */
export const widthsOf = (width: number): number[] => WIDTHS.filter((one) => one <= width)

/** A size of an object, as addresses name it. */
export interface SizeName {
  /** `x,y,width,height`; empty for all of the picture. */
  crop: string
  width: number
  format: SizeFormat
}

/** Reads the name of a size: `640.webp`, or `640-10,20,300,200.avif` of a part; null when it is none. */
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
