import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { wasErased } from '@/db/files/receiving'
import { findUpload, noteReceived } from '@/db/files/uploads'
import { primary } from '@/db/postgres/client'
import { objectKey } from '@/lib/file-store/keys'
import type { FileStore } from '@/lib/file-store/store'
import type { decodePicture } from '@/lib/images/decode-picture'
import { ALIKE_BITS } from '@/lib/images/likeness'
import type { AccountActor } from '@/lib/policy/actor'
import type { ClientInfo } from '@/lib/rate-limit/client-info'
import { recordOutcome } from './record-outcome'
import type { Staging } from './staging'

/** What makes a picture of the bytes of an upload, and stores it. */
export interface Tools {
  staging: Staging
  store: Pick<FileStore, 'put'>
  decode: (path: string, signal: AbortSignal) => ReturnType<typeof decodePicture>
}

/** A picture as it was encoded anew, in a file. */
export type Decoded = Extract<Awaited<ReturnType<typeof decodePicture>>, { ok: true }>

/** Makes stored pictures of complete uploads, each once, whoever asks meanwhile. */
export function createSettling({ staging, store, decode }: Tools) {
  const running = new Map<string, Promise<void>>()
  const stopping = new AbortController()

  async function settleNow(uploadId: string, actor: AccountActor, clientInfo: ClientInfo): Promise<void> {
    await noteReceived(primary(), uploadId)
    const row = await findUpload(primary(), uploadId)
    if (row?.state === 'received') {
      const decoded = await decode(staging.pathOf(uploadId), stopping.signal)
      const outcome = decoded.ok ? await stored(decoded) : { refusal: decoded.reason }
      const recorded = await recordOutcome(actor, { uploadId, outcome }, clientInfo)
      if (!recorded.ok) throw new Error(`the outcome of an upload was refused: ${recorded.reason}`)
    }
    await staging.remove(uploadId)
  }

  /** The bytes first, the row second. What has no row in the end is swept away. */
  async function stored(decoded: Decoded) {
    const { ok: _, file, ...picture } = decoded
    try {
      if (await wasErased(primary(), picture, ALIKE_BITS)) return { refusal: 'erased' }
      const { sha256, bytes: size, mediaType } = picture
      await store.put(objectKey(sha256), createReadStream(file), { size, mediaType, sha256 })
      return picture
    } finally {
      await rm(file, { force: true })
    }
  }

  return {
    /**
     * Decodes and stores a complete upload, and records what came of it. Throws `StoreAwayError`; the bytes stay then,
     * and the same can be asked again.
     */
    settle(uploadId: string, actor: AccountActor, clientInfo: ClientInfo): Promise<void> {
      const known = running.get(uploadId)
      if (known) return known
      const settled = settleNow(uploadId, actor, clientInfo).finally(() => running.delete(uploadId))
      running.set(uploadId, settled)
      return settled
    },

    /** Ends what is under way; the bytes stay, and are settled when they are asked for again. */
    async close(): Promise<void> {
      stopping.abort()
      await Promise.allSettled(running.values())
    },
  }
}
