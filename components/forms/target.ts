import type { NewPages, NewSources } from '@/components/editor/citations/references'
import { mapReferences } from '@/lib/content/references'
import type { ContentKind, ContentOf } from '@/lib/kinds/registry'
import type { PageContent } from '@/lib/kinds/schemas/page'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import type { WrittenKind } from '@/lib/kinds/written/written-kind'
import { placeAlong } from '@/lib/submissions/along'
import type { NewEdit } from '@/lib/submissions/new-edit'
import type { OwnSeen } from '@/lib/submissions/own'
import type { OvertakenSave, SaveRefusal } from '@/lib/submissions/save'

/** What a save changes: the entry, the base of its text, and the submission that it amends. */
export interface Target {
  entryId: number | null
  baseRoundId: number | null
  amends: OwnSeen | null
}

interface Aimed<K extends ContentKind> {
  content: ContentOf[K]
  baseNumber: number | null
  newSources: NewSources
  newPages?: NewPages
  target: Target
}

/**
 * What amended a submission as a new edit of what that has become. The sources and pages that came with it are entries by now; one
 * that was changed here comes along anew, so that no word is lost.
 */
export function asNewEdit<K extends ContentKind, F extends Aimed<K>>(
  kind: WrittenKind<K>,
  form: F,
  { entryId, baseNumber, baseRoundId, made }: NewEdit,
  cameWith: (SourceContent | PageContent)[],
): F {
  const isUnchanged = (id: number) =>
    isSameJson(form.newSources[id] ?? form.newPages?.[id], cameWith[placeAlong(id)])
  const entries = new Map(made.filter(([id]) => isUnchanged(id)))
  const content = mapReferences(kind, form.content, (id) => entries.get(id) ?? id)
  return { ...form, content, baseNumber, target: { entryId, baseRoundId, amends: null } }
}

const isSameJson = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** How a refused amendment can continue when the submission was decided meanwhile; null when it cannot. */
export function overtakenBy(refusal: SaveRefusal | null): OvertakenSave | null {
  return refusal && 'now' in refusal && (refusal.newEdit || isOpenAgain(refusal)) ? refusal : null
}

const isOpenAgain = ({ now }: OvertakenSave) => now.state !== 'accepted' && now.state !== 'overtaken'
