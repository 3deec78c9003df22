import { lockObject } from '@/db/files/receiving'
import { eraseObject, forgetVersions } from '@/db/files/removing'
import type { Tx } from '@/db/postgres/client'
import { tags } from '@/lib/cache/tags'
import { enqueue } from '@/lib/jobs/enqueue'
import { REMOVAL_KEY } from '@/lib/jobs/keys'

/**
 * Erases the pictures of a range of a file's versions, in the transaction that erases their texts: from its commit on
 * they are neither served nor accepted again, and a job removes their bytes. A picture that another version, or another
 * file, still shows stays. Gives the tags of what changes.
 */
export async function eraseObjects(tx: Tx, entryId: number, from: number, to: number): Promise<string[]> {
  const named = await forgetVersions(tx, entryId, from, to)
  const erased: string[] = []
  for (const sha256 of named.sort()) {
    await lockObject(tx, sha256)
    if (await eraseObject(tx, sha256)) erased.push(sha256)
  }
  if (erased.length > 0) enqueue(tx, 'remove-objects', {}, { key: REMOVAL_KEY })
  return named.map(tags.object)
}
