import { findEntryNames } from '@/db/entries/titles'
import { findHeadObjects } from '@/db/files/head-objects'
import { type SizedObject, sizesOf } from '@/db/files/sizes'
import type { Queryable } from '@/db/postgres/client'
import { called } from '@/lib/entries/called'
import { entryPath } from '@/lib/entries/paths'
import { isPicture, kindOf } from '@/lib/kinds/registry'
import type { ReadScope } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'
import type { Named } from './named'

interface Row {
  id: number
  kind: Named['kind']
  number: number
  label: string | null
}

const LONGEST_LABEL = 300

/** An entry as forms show it. `detail` distinguishes entries with the same label. */
export function namedOf(row: Row, detail: string | null): Named {
  const label = called(row)
  const number = kindOf(row.kind).texts().numbered(row.number)
  return {
    id: row.id,
    kind: row.kind,
    label: label.slice(0, LONGEST_LABEL),
    path: entryPath({ ...row, label }),
    detail: [detail, number].filter(Boolean).join(' · ') || null,
  }
}

/** The labels of these entries, in no particular order; deleted ones keep theirs here, missing ones are left out. */
export async function nameEntries(db: Queryable, within: ReadScope, ids: number[]): Promise<Named[]> {
  const rows = await findEntryNames(db, within, [...new Set(ids)])
  return withPictures(
    db,
    rows.map((row) => namedOf(row, null)),
  )
}

/** Entries as forms show them, those that are pictures with the picture of their head in its smallest size. */
export async function withPictures(db: Queryable, named: Named[]): Promise<Named[]> {
  const ids = named.flatMap(({ id, kind }) => (isPicture(kind) ? id : []))
  const heads = await findHeadObjects(db, ids)
  const objects = await sizesOf(db, [...heads.values()])
  return named.map((one) => {
    const object = objects.get(heads.get(one.id) ?? '')
    return object ? { ...one, picture: smallPicture(object) } : one
  })
}

function smallPicture({ sha256, width, height, sizes }: SizedObject): NonNullable<Named['picture']> {
  const small = sizes.find(({ crop, format }) => crop === '' && format === 'webp')
  return small
    ? { address: paths.mediaSize(sha256, `${small.width}.webp`), width: small.width, height: small.height }
    : { address: paths.media(sha256), width, height }
}
