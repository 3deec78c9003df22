import { type Addressed, infoPath, linksPath } from '@/lib/entries/paths'
import { kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

/** An entry as its tools ask for it: its address, its id, its head's id, whether it is a living person's page. */
export interface ToolsOf extends Addressed {
  id: number
  headId: number
  isLivingPerson: boolean
}

/** One plain link under an entry. */
export interface EntryTool {
  label: string
  path: string
}

/**
 * What stands under every page, fact and source, in this order: the one place where a link for all of them is
 * added. Its history is above it already, among its tabs.
 */
export function entryTools(entry: ToolsOf): EntryTool[] {
  const { reading } = messages()
  return [
    { label: reading.tools.permalink, path: paths.revision(entry.headId) },
    { label: reading.tools.links, path: linksPath(entry) },
    { label: kindOf(entry.kind).texts().info, path: infoPath(entry) },
    ...reportTools(entry),
  ]
}

/** Anything can be reported; who finds themselves on a page of their own need not look for how. */
function reportTools({ kind, number, isLivingPerson }: ToolsOf): EntryTool[] {
  const { reports } = messages()
  const asked = { [kind]: number }
  const report = { label: reports.link, path: paths.fileReport(asked) }
  if (!isLivingPerson) return [report]
  return [report, { label: reports.aboutMe, path: paths.fileReport({ ...asked, about: 'me' }) }]
}
