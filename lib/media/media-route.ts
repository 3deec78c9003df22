import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { LRUCache } from 'lru-cache'
import { isSeenBy, type ServedObject } from '@/db/files/serving'
import { primary } from '@/db/postgres/client'
import { objectKey, sizeKey } from '@/lib/file-store/keys'
import { type ByteRange, type FileStore, StoreAwayError } from '@/lib/file-store/store'
import type { OwnRoute } from '@/lib/gateway/http/own-routes'
import { sendRefusal } from '@/lib/gateway/http/send'
import { readSizeName } from '@/lib/images/sizes'
import { logError } from '@/lib/log'
import { can, readScopeOf } from '@/lib/policy/policy'
import { createLimiter, TooBusyError } from '@/lib/rate-limit/limiter'
import { actorOfRequest } from '@/lib/sessions/actor-of-request'
import { createPublicObjects } from './public-objects'
import { type Sendable, sendBytes } from './send-bytes'

/** How many bytes of small pictures are kept in memory, and how large one of them may be. */
const MEMORY = 32 * 1024 * 1024
const SMALL = 512 * 1024

/** Questions to the database at once, and bytes that are read from the store and sent at once. */
const LOOKS = { running: 16, waiting: 512, queueTimeout: 10_000 }
const SENDING = { running: 256, waiting: 256, queueTimeout: 5_000 }

/** Bytes in the store, as a row of the database knows them. */
interface Stored {
  key: string
  size: number
  digest: string
  mediaType: string
}

/**
 * Answers the addresses of pictures: `/media/SHA256` the whole one, `/media/SHA256/NAME` a smaller size of it. To
 * everybody while a version of a file shows it; to its author, and those who review, while it is on its way; to nobody
 * else, and then like what does not exist. A store that is away is answered with 503.
 */
export function createMediaRoute(
  store: Pick<FileStore, 'read'>,
): Required<Pick<OwnRoute, 'answer' | 'onChange'>> {
  const objects = createPublicObjects(createLimiter(LOOKS))
  const sending = createLimiter(SENDING)
  const kept = new LRUCache<string, Buffer>({
    maxSize: MEMORY,
    sizeCalculation: ({ byteLength }) => byteLength,
  })

  async function read({ key }: Stored, range?: ByteRange) {
    const found = await store.read(key, range)
    if (!found) throw new Error('the bytes of an object are missing')
    return found.stream
  }

  /** Small bytes from memory, where they stay; the others from the store, as fast as the visitor reads. */
  async function open(stored: Stored, range?: ByteRange) {
    const known = kept.get(stored.key)
    if (!known && stored.size > SMALL) return read(stored, range)
    const bytes = known ?? (await buffer(await read(stored)))
    if (bytes.byteLength !== stored.size) throw new Error('the bytes of an object are not all there')
    if (!known) kept.set(stored.key, bytes)
    return range ? bytes.subarray(range.start, (range.end ?? stored.size) + 1) : bytes
  }

  async function answer(
    req: IncomingMessage,
    res: ServerResponse,
    [sha256 = '', name]: string[],
    isListening: () => boolean,
  ): Promise<void> {
    const object = (isListening() ? objects.remembered(sha256) : null) ?? (await objects.look(sha256))
    const stored = object && storedAs(sha256, name, object)
    if (!stored || !(object.isShown || (await maySee(req, sha256)))) return sendRefusal(req, res, 404)
    const sendable: Sendable = {
      ...stored,
      isPublic: object.isShown,
      name: `${sha256.slice(0, 12)}.${stored.mediaType.split('/')[1]}`,
      open: (range) => open(stored, range),
    }
    // What is in memory needs no turn.
    if (kept.has(stored.key)) return sendBytes(req, res, sendable)
    await sending.run(() => sendBytes(req, res, sendable))
  }

  return {
    onChange(change) {
      objects.note(change)
      // What was erased is not kept anywhere.
      if (change.isWithholding) kept.clear()
    },
    async answer(req, res, { words }, isListening) {
      if (req.method !== 'GET' && req.method !== 'HEAD')
        return sendRefusal(req, res, 405, { allow: 'GET, HEAD' })
      if (!/^[\da-f]{64}$/.test(words[0] ?? '')) return sendRefusal(req, res, 404)
      try {
        await answer(req, res, words, isListening)
      } catch (error) {
        if (!(error instanceof TooBusyError || error instanceof StoreAwayError)) throw error
        if (error instanceof StoreAwayError) logError(error, { while: 'answering with a picture' })
        if (!res.headersSent) sendRefusal(req, res, 503)
      }
    },
  }
}

/** The bytes of an object, or of the size of this name; null when there is none. */
function storedAs(sha256: string, name: string | undefined, object: ServedObject): Stored | null {
  const { bytes, mediaType } = object
  if (name === undefined) return { key: objectKey(sha256), size: bytes, digest: sha256, mediaType }
  const wanted = readSizeName(decodeURIComponent(name))
  const size = object.sizes.find(
    ({ crop, width, format }) => crop === wanted?.crop && width === wanted.width && format === wanted.format,
  )
  if (!wanted || !size) return null
  const key = sizeKey(sha256, size.crop, size.width, size.format)
  return { key, size: size.bytes, digest: size.digest, mediaType: `image/${size.format}` }
}

/** Whether who asks sees an object that not everybody sees. */
async function maySee(req: IncomingMessage, sha256: string): Promise<boolean> {
  const actor = await actorOfRequest(req)
  if (actor.kind === 'visitor') return false
  return isSeenBy(primary(), sha256, {
    accountId: actor.id,
    within: readScopeOf(actor),
    seesSent: can(actor, 'moderate'),
  })
}
