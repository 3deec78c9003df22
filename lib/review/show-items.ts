import { countShownPlaces, findShownPlaces } from '@/db/entries/shown-places'
import { findEntryNames, type NameRow } from '@/db/entries/titles'
import type { Queryable } from '@/db/postgres/client'
import { diffContents } from '@/lib/content/diff'
import { entryIdsAmong, temporaryId } from '@/lib/content/temporary-id'
import { called, isCalledByLabel } from '@/lib/entries/called'
import { findDiffLabels } from '@/lib/entries/diff-labels'
import { entryPath } from '@/lib/entries/paths'
import { kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import type { AccountActor } from '@/lib/policy/actor'
import { type ReadScope, readScopeOf } from '@/lib/policy/policy'
import { changeClasses } from '@/lib/policy/subject'
import { eyebrowOf, headingOf } from '@/lib/submissions/heading'
import type { CaseItem, CitedSource } from './case'
import { citedSources } from './cited-sources'
import type { Compared } from './texts-of'

const MOST_PLACES = 6

/** Each entry of a submission: what it is, what is different, where it is shown, what it rests on. */
export async function showItems(
  db: Queryable,
  actor: AccountActor,
  compared: Compared[],
): Promise<CaseItem[]> {
  const made = new Map(
    compared.flatMap((one) =>
      one.entryId === null ? [[temporaryId(one.position), kindOf(one.kind).ownName(one.content)]] : [],
    ),
  )
  const within = readScopeOf(actor)
  const cited = await citedSources(db, within, compared)
  return Promise.all(compared.map((one, index) => showItem(db, within, one, cited[index] ?? [], made)))
}

async function showItem(
  db: Queryable,
  within: ReadScope,
  one: Compared,
  citations: CitedSource[],
  made: Map<number, string>,
): Promise<CaseItem> {
  const { kind, content, before, entryId, position } = one
  const { isShownOnPages, hasStanding, texts } = kindOf(kind)
  const [[entry], labels, reach] = await Promise.all([
    findEntryNames(db, within, entryId === null ? [] : [entryId]),
    findDiffLabels(db, within, before ? [{ kind, content: before } as Compared, one] : [one], made),
    placesOf(db, within, one),
  ])
  return {
    position,
    isNew: entryId === null,
    eyebrow: eyebrowOf(kind, entryId === null),
    heading: headingOf(
      {
        kind,
        entryId,
        position,
        number: entry?.number ?? null,
        label: entry && isCalledByLabel(entry) ? entry.label : null,
        isDeleted: entry?.isDeleted ?? false,
        naming: content,
      },
      (id) => labels.entries.get(id),
    ),
    path: entry && !entry.isDeleted ? placeOf(entry).path : null,
    touches: touchesInWords(one),
    shown: isShownOnPages ? { at: texts().reachedAt, noClient: texts().unreached } : null,
    ...reach,
    baseNumber: one.baseNumber,
    comparedWith: one.comparedWith,
    isComparedWithHead: one.isComparedWithHead,
    buildsOn: one.buildsOn && { submissionId: one.buildsOn.submissionId, state: one.buildsOn.state },
    diff: diffContents(kindOf(kind), before, content, labels),
    citations,
    isRestingOnAll: hasStanding,
  }
}

const placeOf = (row: Pick<NameRow, 'kind' | 'number' | 'label'>) => {
  const label = called(row)
  return { label, path: entryPath({ ...row, label }) }
}

function touchesInWords({ change, entryId, kind, content }: Compared): string {
  const { review } = messages()
  const touched = changeClasses.filter((one) => change.touches.has(one))
  const said = touched.length > 0 ? [review.touches(touched, entryId === null)] : []
  if (change.clearsPrivateLife) said.push(review.clearsPrivateLife)
  if (kindOf(kind).isPrivate(content)) said.push(review.isPrivateLife)
  return said.join(' · ')
}

/** Where the entry is shown: a new fact on the pages it says it is about. */
async function placesOf(
  db: Queryable,
  within: ReadScope,
  one: Compared,
): Promise<Pick<CaseItem, 'places' | 'morePlaces'>> {
  const { about: aboutOf, isShownOnPages } = kindOf(one.kind)
  if (!isShownOnPages) return { places: [], morePlaces: 0 }
  if (one.entryId === null) {
    const about = entryIdsAmong(aboutOf(one.content))
    const names = await findEntryNames(db, within, about)
    const places = names.map(placeOf)
    return { places: places.slice(0, MOST_PLACES), morePlaces: Math.max(0, about.length - MOST_PLACES) }
  }
  const [found, counts] = await Promise.all([
    findShownPlaces(db, [one.entryId], MOST_PLACES),
    countShownPlaces(db, [one.entryId]),
  ])
  const places = found.map(placeOf)
  return { places, morePlaces: Math.max(0, (counts.get(one.entryId) ?? 0) - places.length) }
}
