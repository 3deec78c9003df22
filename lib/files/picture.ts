import type { SizedObject } from '@/db/files/sizes'
import type { FileContent, Focus } from '@/lib/kinds/schemas/file'
import { paths } from '@/lib/routes'

/** A picture as it is shown: sizes in pixels. */
export interface Picture {
  /** The file's address, and its number in it. */
  path: string
  number: number
  alternative: string
  author: string | null
  licence: FileContent['licence']
  /** Of what is shown. */
  width: number
  height: number
  /** Shown until the picture is there, like `#a1b2c3`. */
  colour: string
  focus: Focus | null
  /** Its smaller sizes, the narrowest first, in the formats that a browser is offered, in this order. */
  sources: { mediaType: string; sizes: { width: number; address: string }[] }[]
  /** The address of what is shown, for browsers that take no format of `sources`. */
  address: string
  /** The address of the whole picture in its full size. */
  whole: string
}

/** The formats of sizes, the smallest bytes first. */
const formats = ['avif', 'webp'] as const

/**
 * A file's picture as it is shown, from what is stored of its object. Until the sizes of a part are made, all of it is
 * shown.
 */
export function pictureOf(number: number, content: FileContent, object: SizedObject): Picture {
  const { alternative, author, licence, crop } = content
  const part = crop === null ? '' : [crop.x, crop.y, crop.width, crop.height].join()
  const sizes = object.sizes.filter((size) => size.crop === part)
  const whole = paths.media(object.sha256)
  const named = (width: number, format: string) =>
    paths.mediaSize(object.sha256, `${width}${part && `-${part}`}.${format}`)
  const sources = formats.flatMap((format) => {
    const made = sizes.filter((size) => size.format === format)
    const offered = made.map(({ width }) => ({ width, address: named(width, format) }))
    return made.length > 0 ? [{ mediaType: `image/${format}`, sizes: offered }] : []
  })
  const shown = crop !== null && sources.length > 0 ? crop : object
  return {
    path: paths.file(number),
    number,
    alternative,
    author,
    licence,
    width: shown.width,
    height: shown.height,
    colour: object.colour,
    focus: shown === object ? content.focus : null,
    sources,
    address: (shown === crop && sources.at(-1)?.sizes.at(-1)?.address) || whole,
    whole,
  }
}
