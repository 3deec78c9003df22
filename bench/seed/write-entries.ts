import { type EntryLink, isEntryLink } from '@/db/links/open-links'
import { gateColumns } from '@/lib/content/gate'
import { linksOf } from '@/lib/content/links'
import type { EntryContent } from '@/lib/kinds/registry'
import { kindOf } from '@/lib/kinds/registry'
import { labelOf } from '@/lib/publishing/label'
import { type SourceOrigin, standingOf } from '@/lib/standings/standing'
import { foldedName } from '@/lib/text/words'
import { titleKey } from '@/lib/titles/title'
import { kindOf as pageKindOf } from './kinds'
import { moderatorFor } from './people'
import type { Place, Shape } from './shape'
import type { Sheets } from './sheets'
import { sourceText } from './source-text'
import { SPECIAL } from './special'
import { type Ledger, record } from './submissions'
import { textOf } from './text'
import { type Heads, momentOf } from './timeline'
import { writeTyped } from './write-typed'

/** What is written of every entry once its history is over. */
export interface Writing {
  shape: Shape
  sheets: Sheets
  heads: Heads
  ledger: Ledger
  until: Date
}

/** Whether an entry was deleted in the end: few are, and none that others are measured by. */
export const isDeleted = (shape: Shape, { kind, index, id }: Place) =>
  kind === 'page'
    ? index > SPECIAL.pages * 3 && pageKindOf(index) === 'character' && id % 17 === 0
    : kind === 'fact' && index > shape.firstOrdinaryFact() + SPECIAL.standardFacts && index % 211 === 0

/** Writes an entry with everything that is derived from its head, as `publish()` would have. */
export function writeEntry(writing: Writing, place: Place): void {
  const { shape, sheets, heads, ledger, until } = writing
  const number = heads.number[place.id] ?? 1
  const headId = heads.last[place.id] ?? 0
  const text = textOf(shape, place, number)
  const label = labelOf(text)
  const deleted = isDeleted(shape, place)
  const by = moderatorFor(place.id)
  const isProtected = place.kind === 'page' && place.index > SPECIAL.pages && place.index % 300 === 0
  sheets.entry.add({
    ...{
      ...gateColumns(kindOf(text.kind).gateOf(text.content as never)),
      id: place.id,
      kind: place.kind,
      number: place.index + 1,
      headId,
      label,
      createdAt: momentOf(heads.first[place.id] ?? 1, shape.events, until),
      changedAt: momentOf(heads.last[place.id] ?? 1, shape.events, until),
    },
    ...{ protection: isProtected ? 'trusted' : 'open', protectedUntil: null },
    protectionReason: isProtected ? 'Fought over' : null,
    ...{ deletedAt: deleted ? until : null, deletedById: deleted ? by : null },
    deletionReason: deleted ? 'Twice the same' : null,
  })
  if (deleted)
    record(sheets, ledger, {
      actorId: by,
      act: 'entry.delete',
      entryId: place.id,
      reason: 'Twice the same',
      at: until,
    })
  if (isProtected)
    record(sheets, ledger, {
      actorId: by,
      act: 'entry.protect',
      entryId: place.id,
      reason: 'Fought over',
      at: until,
    })
  writeFacets(writing, place, text)
  writeLinks(writing, place, text, number)
  writeTyped(writing, place, text)
  if (!deleted)
    sheets.searchRow.add({
      ...{ entryId: place.id, kind: place.kind, label },
      text: kindOf(text.kind).searchText(text.content),
    })
}

function writeFacets({ shape, sheets, heads }: Writing, { id, index }: Place, text: EntryContent): void {
  if (text.kind === 'page') {
    const { title, kind, language, isLiving, ordinal } = text.content
    const key = titleKey(title)
    sheets.title.add({ key, entryId: id, text: title, isCurrent: true, folded: foldedName(title) })
    if (index % 20 === 7)
      sheets.title.add({
        ...{ key: `${key} (old)`, entryId: id, text: `${title} (old)`, isCurrent: false },
        folded: foldedName(`${title} (old)`),
      })
    sheets.pageFacet.add({
      ...{ entryId: id, kind, sortKey: key, language, isLivingPerson: isLiving === true },
      ...{ workId: ordinal?.work ?? null, ordinal: ordinal?.number ?? null },
    })
  }
  if (text.kind !== 'fact') return
  const { isPrivateLife, citations } = text.content
  sheets.factFacet.add({ entryId: id, isPrivateLife })
  const bearing = citations.map((one) => ({ ...one, isReviewed: true }))
  const origins = originsOf(
    shape,
    bearing.map((one) => one.source),
  )
  sheets.factStanding.add({ entryId: id, sequence: heads.last[id] ?? 0, ...standingOf(bearing, origins) })
}

/** Where sources come from, as far as eight back. */
function originsOf(shape: Shape, ids: number[]): Map<number, SourceOrigin> {
  const origins = new Map<number, SourceOrigin>()
  let wanted = ids
  for (let depth = 0; depth < 8 && wanted.length > 0; depth++) {
    wanted = wanted.flatMap((id) => {
      if (origins.has(id)) return []
      const { derivedFrom } = sourceText(shape, shape.sourceOf(id), 1)
      origins.set(id, { derivedFrom, isReviewed: true })
      return derivedFrom.kind === 'source' ? [derivedFrom.source] : []
    })
  }
  return origins
}

/** The links of the head, since the revision that brought them, and those that the second revision took away. */
function writeLinks({ shape, sheets, heads }: Writing, place: Place, text: EntryContent, number: number) {
  const [first, second] = [heads.first[place.id] ?? 0, heads.second[place.id] ?? 0]
  const named = linksOf(kindOf(text.kind), text.content)
  const now = named.filter(isEntryLink)
  const begun = number === 1 ? text : textOf(shape, place, 1)
  const then = linksOf(kindOf(begun.kind), begun.content).filter(isEntryLink)
  const key = (one: EntryLink) => `${one.kind}:${one.to}`
  const [nowKeys, thenKeys] = [new Set(now.map(key)), new Set(then.map(key))]
  const add = (links: EntryLink[], since: (one: EntryLink) => number, until: number | null) => {
    const counts = new Map<string, number>()
    for (const one of links) {
      const position = counts.get(one.kind) ?? 0
      counts.set(one.kind, position + 1)
      sheets.link.add({
        ...{ fromId: place.id, toId: one.to, kind: one.kind, position },
        ...{ since: since(one), until },
      })
    }
  }
  add(now, (one) => (thenKeys.has(key(one)) ? first : second), null)
  add(
    then.filter((one) => !nowKeys.has(key(one))),
    () => first,
    second,
  )
  // What has no page is named in every version.
  for (const { to } of named)
    if (typeof to === 'string') sheets.titleLink.add({ fromId: place.id, key: to, since: first, until: null })
}
