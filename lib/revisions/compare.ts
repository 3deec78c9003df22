import { reads } from '@/db/postgres/client'
import { findNextRevision, findRevisionTexts, type RevisionText } from '@/db/revisions/revisions'
import { recordDependency } from '@/lib/cache/dependencies'
import { hasOpened } from '@/lib/cache/reader'
import { tags } from '@/lib/cache/tags'
import { type ContentDiff, diffContents } from '@/lib/content/diff'
import { type Gate, gateOf } from '@/lib/content/gate'
import { referencesOf } from '@/lib/content/references'
import { findDiffLabels } from '@/lib/entries/diff-labels'
import { historyPath } from '@/lib/entries/paths'
import { type ContentKind, type EntryContent, kindOf, storedEntry } from '@/lib/kinds/registry'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { isGateOpen, loadOpenings, nameClosings, nameGates } from '@/lib/places/loaders'
import { type ReadScope, withGone, writersScope } from '@/lib/policy/policy'
import { passageToken } from '@/lib/progress/progress'
import { paths } from '@/lib/routes'
import { isSame } from '@/lib/text/canonical'
import { closeDiff, openDiff } from './close-diff'
import { lineOf, type RevisionLine, tagOfAuthor } from './line'

/** Two revisions of an entry next to each other. */
export interface Comparison {
  kind: ContentKind
  label: string
  path: string
  historyPath: string
  /** Null where the newer one is compared with the nothing before it. */
  before: RevisionLine | null
  after: RevisionLine
  /** `withheld` where a text is; `closed` for a fact that tells later plot, unless the reader has asked for it. */
  diff: ContentDiff | 'withheld' | 'closed'
  /** Where what is closed in it stands open. */
  openPath: string
  /** The change before this one and the one after it, where there are such. */
  previousPath: string | null
  nextPath: string | null
}

/**
 * Compares two revisions by id, in either order; `older` 0 stands for the nothing before the first. Null when they are
 * not revisions of one entry that is shown. What is closed to the reader is shown only with `isOpen`.
 */
export async function compareRevisions(
  older: number,
  newer: number,
  { isOpen = false, isMerged = false }: { isOpen?: boolean; isMerged?: boolean } = {},
): Promise<Comparison | null> {
  const openings = await loadOpenings()
  const asked = isOpen ? writersScope : openings.scope
  const within = isMerged ? withGone(asked) : asked
  const wanted = [...new Set([older, newer])].filter((id) => id > 0)
  const rows = (await findRevisionTexts(reads(), within, wanted)).toSorted((a, b) => a.number - b.number)
  const after = rows.at(-1)
  if (!after || rows.length !== wanted.length || rows.some((row) => row.entryId !== after.entryId))
    return null
  const { kind } = after
  nameClosings(openings, [{ ...after, number: after.entryNumber }])
  const before = older > 0 ? (rows[0] ?? null) : null
  if (!before && after.number !== 1) return null
  const next = await findNextRevision(reads(), after.entryId, after.number)
  const first = before ?? after
  const line = lineOf(after)
  recordDependency(...rows.map(lineOf).flatMap(tagOfAuthor))
  return {
    kind,
    label: line.entry.label,
    path: line.entry.path,
    historyPath: historyPath(line.entry),
    before: before && lineOf(before),
    after: line,
    diff: await differences(within, { kind, before, after, isLast: next === null, isOpen }),
    openPath: paths.openDiff(before?.id ?? null, after.id),
    previousPath: before ? paths.diff(first.previousId, first.id) : null,
    nextPath: next === null ? null : paths.diff(after.id, next),
  }
}

interface Compared {
  kind: ContentKind
  before: RevisionText | null
  after: RevisionText
  /** The newer one is the current version. */
  isLast: boolean
  isOpen: boolean
}

async function differences(
  within: ReadScope,
  { kind, before, after, isLast, isOpen }: Compared,
): Promise<Comparison['diff']> {
  if (!after.isOpen) return 'closed'
  if (after.content === null || before?.content === null) return 'withheld'
  const is = entryAt(kind, after)
  const was = before && entryAt(kind, before)
  const contents: EntryContent[] = was ? [was, is] : [is]
  // What an entry is called may change without this one changing.
  recordDependency(
    tags.settings,
    ...contents.flatMap((one) => referencesOf(kindOf(one.kind), one.content).map(({ to }) => tags.entry(to))),
  )
  const labels = await findDiffLabels(reads(), within, contents)
  const openings = await loadOpenings()
  const passages = isLast ? gatesOfPassages(is.content) : new Map<string, Gate>()
  const isReached = (gate: Gate, passage: string | null = null) => {
    nameGates(openings, [gate])
    // Today's gate of the whole is open: its place is, or the reader has opened the entry by itself.
    if (isGateOpen(openings, gate) || isSame(gate, gateOf(after))) return true
    // A passage that the reader has opened is open in the versions that have it behind the same gate.
    const today = passage === null ? undefined : passages.get(passage)
    return passage !== null && isSame(gate, today) && hasOpened(passageToken(after.entryId, passage))
  }
  const diff = diffContents(kindOf(kind), was?.content ?? null, is.content, labels, isReached)
  if (isOpen) return openDiff(diff)
  // What has no gate any more had one then.
  const gates = after.gateKind === 'none' ? contents.map((one) => kindOf(one.kind).gateOf(one.content)) : []
  nameGates(openings, gates)
  return gates.some((gate) => !isGateOpen(openings, gate)) ? 'closed' : closeDiff(diff)
}

const entryAt = (kind: ContentKind, { content, schemaVersion }: RevisionText): EntryContent =>
  storedEntry(kind, { content, schemaVersion: schemaVersion ?? 0 })

/** The gates of the passages of a content's texts, by their ids; none where it has no such texts. */
function gatesOfPassages(content: object): Map<string, Gate> {
  const { lead, body } = content as Partial<Pick<PageContent, 'lead' | 'body'>>
  return new Map(
    [...(lead?.content ?? []), ...(body?.content ?? [])].flatMap((block) =>
      block.type === 'spoiler' && block.attrs.id !== null ? [[block.attrs.id, block.attrs.gate]] : [],
    ),
  )
}
