import {
  findDerivation,
  findEntriesAfter,
  findHeadsToType,
  findUndoneDerivation,
  hasEntries,
  noteDerivation,
} from '@/db/links/derivations'
import { type Tx, transaction } from '@/db/postgres/client'
import { takePublishLock } from '@/db/postgres/locks'
import { announce } from '@/lib/cache/announce'
import { tags } from '@/lib/cache/tags'
import { enqueue } from '@/lib/jobs/enqueue'
import { FIELDS_KEY } from '@/lib/jobs/keys'
import { storedEntry } from '@/lib/kinds/registry'
import { infoboxRelation } from '@/lib/kinds/relation-fields'
import { writeTyped } from './derive-typed'

/** What everything is read by that was published before there were types, and dates and outlets beside fields. */
const ALL = 'fields, dates, outlets'
/** The same for one field whose type was changed. */
const ofField = (kind: string, key: string) => `${ALL} of ${infoboxRelation(kind, key)}`

/** So many entries are looked at in one transaction, since nobody can publish meanwhile. */
const AT_ONCE = 100

/**
 * Has relations and typed values of everything derived that was published before an upgrade, or before a backup of an
 * earlier release was made; nothing where that was done.
 */
export async function queueFields(): Promise<void> {
  await transaction(async (tx) => {
    const { throughId, isDone } = await findDerivation(tx, ALL)
    if (isDone) return
    const isEmpty = !(await hasEntries(tx))
    await noteDerivation(tx, { name: ALL, throughId, isDone: isEmpty })
    if (!isEmpty) queue(tx)
  })
}

/** Has one field of all pages of its kind derived anew, from the first. Under the publish lock. */
export async function queueField(tx: Tx, kind: string, key: string): Promise<void> {
  await noteDerivation(tx, { name: ofField(kind, key), throughId: 0, isDone: false })
  queue(tx)
}

/** Queues the job where the database shows that something is to be derived. */
export async function queueUndoneFields(tx: Tx): Promise<void> {
  if (await findUndoneDerivation(tx, ALL)) queue(tx)
}

const queue = (tx: Tx) => enqueue(tx, 'derive-fields', {}, { key: FIELDS_KEY })

/**
 * Derives what is marked so, a bounded number of entries in each transaction, so that others publish in between. What
 * was interrupted goes on where it stopped; what is done twice changes nothing. Heads do not move meanwhile: their
 * relations hold from the head on, and no text is written.
 */
export async function catchUpFields(atOnce = AT_ONCE, most = Number.POSITIVE_INFINITY): Promise<void> {
  for (let times = 0; times < most; times += 1)
    if (!(await transaction((tx) => deriveNext(tx, atOnce)))) return
}

async function deriveNext(tx: Tx, atOnce: number): Promise<boolean> {
  await takePublishLock(tx)
  const due = await findUndoneDerivation(tx, ALL)
  if (!due) return false
  const ids = await findEntriesAfter(tx, due.throughId, atOnce)
  const heads = await findHeadsToType(tx, ids, ofWhich(due.name))
  const changed = await writeTyped(
    tx,
    heads.map((head) => ({ ...head, ...storedEntry(head.kind, head) })),
  )
  await noteDerivation(tx, {
    ...{ name: due.name, throughId: ids.at(-1) ?? due.throughId },
    isDone: ids.length < atOnce,
  })
  if (heads.length > 0) await announce(tx, [tags.fieldValues, ...changed.map(tags.namedIn)])
  return true
}

/** The field that a derivation is of, as kind and key; null for all. */
function ofWhich(name: string): { kind: string; key: string } | null {
  if (name === ALL) return null
  const [kind = '', key = ''] = name.slice(ofField('', '').length - 1).split('.')
  return { kind, key }
}
