import { type Addressed, infoPath, linksPath } from '@/lib/entries/paths'
import { kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

/** The parts of an entry that its tools need: address, id, head's id, whether it is a living person's page. */
export interface ToolsOf extends Addressed {
  id: number
  headId: number
  isLivingPerson: boolean
}

/** A link at the foot of an entry. */
export interface EntryTool {
  label: string
  path: string
}

/**
 * The links at the foot of every entry, in order: the one place to add a link for all of them. The
 * history is among the tabs already.
 */
export function entryTools(entry: ToolsOf): EntryTool[] {
  const { reading } = messages()
  return [
    { label: reading.tools.permalink, path: paths.revision(entry.headId) },
    { label: kindOf(entry.kind).texts().links, path: linksPath(entry) },
    { label: kindOf(entry.kind).texts().info, path: infoPath(entry) },
    ...reportTools(entry),
  ]
}

/** Anything can be reported; a living person's page also has "This is about me". */
function reportTools({ kind, number, isLivingPerson }: ToolsOf): EntryTool[] {
  const { reports } = messages()
  const asked = { [kind]: number }
  const report = { label: reports.link, path: paths.fileReport(asked) }
  if (!isLivingPerson) return [report]
  return [report, { label: reports.aboutMe, path: paths.fileReport({ ...asked, about: 'me' }) }]
}
