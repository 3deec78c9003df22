import { historyPath, revisionPath } from '@/lib/revisions/paths'
import { reading } from '@/lib/texts/en/reading'
import type { Addressed } from './paths'

/** An entry as its tools ask for it: its address, its id, and the id of the revision that is its head. */
export interface ToolsOf extends Addressed {
  id: number
  headId: number
}

/** One plain link under an entry. */
export interface EntryTool {
  label: string
  path: string
}

/** What stands under every page, fact and source, in this order: the one place where a link for all of them is added. */
export function entryTools(entry: ToolsOf): EntryTool[] {
  return [
    { label: reading.tools.permalink, path: revisionPath(entry.headId) },
    { label: reading.tools.history, path: historyPath(entry) },
  ]
}
