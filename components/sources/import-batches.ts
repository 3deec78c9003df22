import type { Part } from '@/lib/sources/importing/split-file'

/** The most entries and characters that are sent at once. */
const MOST = { entries: 100, text: 300_000 }

/** Entries that are sent together: as text, its lines where they are in the file. */
export interface Batch {
  text: string
  /** The line of the file that the text's first line is. */
  firstLine: number
  count: number
}

/**
 * Entries in batches that a request can carry. In each the lines keep their distance, so that a line can be told by its
 * number; what all of them refer to stands before the last line.
 */
export function batchesOf(parts: readonly Part[], shared: string): Batch[] {
  const batches: Batch[] = []
  let lines: string[] = []
  let first = 0
  let count = 0
  let size = 0
  const end = () => {
    if (count > 0) batches.push({ text: [...lines, shared].join('\n'), firstLine: first, count })
    lines = []
    count = 0
    size = 0
  }
  for (const { text, line } of parts) {
    if (count === MOST.entries || size + text.length > MOST.text) end()
    if (count === 0) first = line
    while (lines.length < line - first) lines.push('')
    lines.push(...text.split('\n'))
    count += 1
    size += text.length
  }
  end()
  return batches
}
