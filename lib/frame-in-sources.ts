import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { dirname, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** `at name (file:///wiki/dist/serve.mjs:12:34)`, with or without the name and the scheme. */
const FRAME = /^(.*?)((?:file:\/\/)?\/[^()]+):(\d+):(\d+)(\)?)$/

/** How many frames are cached: an error that is logged often has the same frames each time. */
const MOST_REMEMBERED = 500
const remembered = new Map<string, string>()

/**
 * A line of a stack (`at …`) with the position in the source file, by the source map beside the built file (ECMA-426);
 * unchanged where there is none. Node's `--enable-source-maps` would keep the sources of everything in memory, 40 MB in
 * each renderer.
 */
export function frameInSources(frame: string): string {
  const known = remembered.get(frame)
  if (known !== undefined) return known
  const found = lookUp(frame)
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(frame, found)
  return found
}

/** The whole stack of an error, each line converted by `frameInSources`. */
export function stackInSources({ stack, message }: Error): string {
  return (stack ?? message).split('\n').map(frameInSources).join('\n')
}

function lookUp(frame: string): string {
  const [, before = '', location, line, column, after = ''] = FRAME.exec(frame) ?? []
  if (!location) return frame
  try {
    const file = location.startsWith('file:') ? fileURLToPath(location) : location
    const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')))
    const entry = map.findEntry(Number(line) - 1, Number(column) - 1)
    if (!('originalSource' in entry) || !entry.originalSource) return frame
    const place = `${inProject(entry.originalSource, file)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
    return `${before}${place}${after}`
  } catch {
    // There is no map, or it cannot be read.
    return frame
  }
}

/** A source's path in the project; maps name it relative to themselves. */
function inProject(source: string, file: string): string {
  return source.includes('://') ? source : relative(process.cwd(), resolve(dirname(file), source))
}
