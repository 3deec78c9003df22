import type { RichLine } from '@/lib/content/document'

/** The picture of an infobox, with its caption. */
export interface Plate {
  /** The field's key and label. */
  key: string
  label: string
  file: number
  caption: RichLine
}

/** The picture that a line begins with, and the words after it; null for a line of words. */
export function pictureOfLine(line: RichLine): Pick<Plate, 'file' | 'caption'> | null {
  const [first, ...caption] = line
  return first?.type === 'image' ? { file: first.attrs.file, caption } : null
}

/** The first picture of an infobox: shown above it. */
export function plateOf(infobox: readonly { key: string; label: string; value: RichLine }[]): Plate | null {
  for (const { key, label, value } of infobox) {
    const picture = pictureOfLine(value)
    if (picture) return { key, label, ...picture }
  }
  return null
}
