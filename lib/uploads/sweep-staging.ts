import { findWantedUploads } from '@/db/files/uploads'
import { primary } from '@/db/postgres/client'
import type { Staging } from './staging'

/** Removes from staging what is not wanted any more: of uploads that were stored, refused, closed or forgotten. */
export async function sweepStaging(staging: Staging): Promise<void> {
  const staged = await staging.list()
  const wanted = new Set(await findWantedUploads(primary(), staged))
  for (const uploadId of staged) if (!wanted.has(uploadId)) await staging.remove(uploadId)
}
