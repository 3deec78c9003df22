import { findEntryNames } from '@/db/entries/titles'
import type { Queryable } from '@/db/postgres/client'
import { diffContents } from '@/lib/content/diff'
import { entryIdsAmong, temporaryId } from '@/lib/content/temporary-id'
import { isCalledByLabel } from '@/lib/entries/called'
import { findDiffLabels } from '@/lib/entries/diff-labels'
import { placeOf, placesTold, type Reach, reachOf } from '@/lib/entries/reach'
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
  const { hasStanding } = kindOf(kind)
  const [[entry], labels, shown] = await Promise.all([
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
    claim: entryId === null && hasStanding ? kindOf(kind).ownName(content) : null,
    ...shown,
    baseNumber: one.baseNumber,
    comparedWith: one.comparedWith,
    isComparedWithHead: one.isComparedWithHead,
    buildsOn: one.buildsOn && { submissionId: one.buildsOn.submissionId, state: one.buildsOn.state },
    diff: diffContents(kindOf(kind), before, content, labels),
    citations,
    isRestingOnAll: hasStanding,
  }
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
): Promise<Pick<CaseItem, 'shownOn' | 'places' | 'morePlaces'>> {
  const { isShownOnPages, texts } = kindOf(one.kind)
  if (!isShownOnPages) return { shownOn: null, places: [], morePlaces: 0 }
  const { places, count } = await reach(db, within, one)
  const unreached = one.entryId === null ? null : texts().unreached
  const shownOn = count > 0 ? texts().reach(count) : unreached
  return { shownOn, places, morePlaces: Math.max(0, count - places.length) }
}

async function reach(db: Queryable, within: ReadScope, { entryId, kind, content }: Compared): Promise<Reach> {
  if (entryId !== null) return reachOf(db, within, entryId, MOST_PLACES)
  const about = entryIdsAmong(kindOf(kind).about(content))
  return { places: await placesTold(db, within, about.slice(0, MOST_PLACES)), count: about.length }
}
