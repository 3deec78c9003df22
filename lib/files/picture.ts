import type { StoredObject } from '@/db/files/objects'
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
  /** The address of the whole picture in its full size. */
  whole: string
}

/** A file's picture as it is shown, from what is stored of its object. */
export function pictureOf(number: number, content: FileContent, object: StoredObject): Picture {
  const { alternative, author, licence, focus } = content
  return {
    path: paths.file(number),
    number,
    alternative,
    author,
    licence,
    width: object.width,
    height: object.height,
    colour: object.colour,
    focus,
    whole: paths.media(object.sha256),
  }
}
