import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { LRUCache } from 'lru-cache'
import { isSeenBy, type Onlooker, type ServedObject } from '@/db/files/serving'
import { primary } from '@/db/postgres/client'
import { env } from '@/lib/env'
import { objectKey, sizeKey } from '@/lib/file-store/keys'
import { type ByteRange, type FileStore, StoreAwayError } from '@/lib/file-store/store'
import type { Page } from '@/lib/gateway/cache/rendered'
import { cookieOf } from '@/lib/gateway/http/cookie'
import { LIMITS } from '@/lib/gateway/http/limits'
import type { OwnRoute } from '@/lib/gateway/http/own-routes'
import { PRIVATE_CACHING, sendPage, sendRefusal } from '@/lib/gateway/http/send'
import { readSizeName } from '@/lib/images/sizes'
import { logError } from '@/lib/log'
import { scopeOfProgress } from '@/lib/places/loaders'
import { can, readScopeOf } from '@/lib/policy/policy'
import { PROGRESS_COOKIE, parseProgress } from '@/lib/progress/progress'
import { wikiMark } from '@/lib/progress/wiki-id'
import { createLimiter, TooBusyError } from '@/lib/rate-limit/limiter'
import { actorOfRequest } from '@/lib/sessions/actor-of-request'
import { createPublicObjects } from './public-objects'
import { PUBLIC_CACHING, pictureHeaders, type Sendable, sendBytes } from './send-bytes'

/** How many bytes of small pictures are kept in memory, and how large one of them may be. */
const MEMORY = 32 * 1024 * 1024
const SMALL = 512 * 1024

/** Questions to the database at once, and bytes that are read from the store and sent at once. */
const LOOKS = { running: 16, waiting: 512, queueTimeout: 10_000 }
const SENDING = { running: 256, waiting: 256, queueTimeout: 5_000 }

/** The id of no account. */
const NOBODY = 0

/** How long nothing more is logged of a store that is away, in milliseconds. */
const QUIET = 10_000

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
): Required<Pick<OwnRoute, 'answer' | 'answerFromMemory' | 'onChange'>> {
  const objects = createPublicObjects(createLimiter(LOOKS))
  const sending = createLimiter(SENDING)
  let listenedAt = performance.now()
  let awayAt = Number.NEGATIVE_INFINITY
  const kept = new LRUCache<string, Page>({
    maxSize: MEMORY,
    sizeCalculation: ({ bodies }) => bodies.identity.byteLength + 1_000,
  })

  async function read({ key }: Stored, range?: ByteRange) {
    const found = await store.read(key, range)
    if (!found) throw new Error('the bytes of an object are missing')
    return found.stream
  }

  /** A small picture as a whole, which is kept where everybody may see it. */
  async function small(stored: Stored, sendable: Sendable): Promise<Page> {
    const known = sendable.isPublic ? kept.get(stored.key) : undefined
    if (known) return known
    const body = await buffer(await read(stored))
    if (body.byteLength !== stored.size) throw new Error('the bytes of an object are not all there')
    const page = pageOf(body, sendable)
    if (sendable.isPublic) kept.set(stored.key, page)
    return page
  }

  async function send(req: IncomingMessage, res: ServerResponse, stored: Stored, sendable: Sendable) {
    if (stored.size > SMALL || req.headers.range !== undefined || req.method === 'HEAD')
      return sendBytes(req, res, sendable)
    const page = await small(stored, sendable)
    sendPage(req, res, page, sendable.isPublic ? PUBLIC_CACHING : PRIVATE_CACHING)
  }

  /** While the database cannot be asked, what was shown a short time ago is: as with pages. */
  async function found(sha256: string, isListening: boolean): Promise<ServedObject | null> {
    if (isListening) listenedAt = performance.now()
    const remembered = objects.remembered(sha256)
    if (remembered && isListening) return remembered
    try {
      return await objects.look(sha256)
    } catch (error) {
      if (remembered && performance.now() - listenedAt < LIMITS.oldest) return remembered
      throw error
    }
  }

  async function answer(
    req: IncomingMessage,
    res: ServerResponse,
    [sha256 = '', name]: string[],
    isListening: () => boolean,
  ): Promise<void> {
    const object = await found(sha256, isListening())
    const stored = object && storedAs(sha256, name, object)
    if (!stored || !(object.isShown || (await maySee(req, sha256)))) return sendRefusal(req, res, 404)
    const sendable: Sendable = {
      ...stored,
      isPublic: object.isShown,
      name: `${sha256.slice(0, 12)}.${stored.mediaType.split('/')[1]}`,
      open: (range) => read(stored, range),
    }
    await sending.run(() => send(req, res, stored, sendable))
  }

  /** Said now and then: while a store is away, many ask. */
  function noteAway(error: StoreAwayError): void {
    if (performance.now() - awayAt < QUIET) return
    awayAt = performance.now()
    logError(error, { while: 'answering with a picture' })
  }

  return {
    onChange(change) {
      objects.note(change)
      // What was erased is not kept anywhere.
      if (change.isWithholding) kept.clear()
    },

    answerFromMemory(req, res, { words: [sha256 = '', name] }) {
      const object = isReading(req) && req.headers.range === undefined ? objects.remembered(sha256) : null
      const page = object && kept.get(keyOf(sha256, name) ?? '')
      if (page) sendPage(req, res, page, PUBLIC_CACHING)
      return Boolean(page)
    },

    async answer(req, res, { words }, isListening) {
      if (!isReading(req)) return sendRefusal(req, res, 405, { allow: 'GET, HEAD' })
      if (!/^[\da-f]{64}$/.test(words[0] ?? '')) return sendRefusal(req, res, 404)
      try {
        await answer(req, res, words, isListening)
      } catch (error) {
        if (!(error instanceof TooBusyError || error instanceof StoreAwayError)) throw error
        if (error instanceof StoreAwayError) noteAway(error)
        if (!res.headersSent) sendRefusal(req, res, 503)
      }
    },
  }
}

const isReading = ({ method }: IncomingMessage) => method === 'GET' || method === 'HEAD'

const pageOf = (body: Buffer, sendable: Sendable): Page => ({
  status: 200,
  headers: pictureHeaders(sendable),
  bodies: { identity: body },
  etag: sendable.digest,
  tags: [],
  named: [],
  answers: '',
  expiresAt: null,
  madeAt: 0,
})

/** The key of what an address of these words names in the store; null when that is nothing. */
function keyOf(sha256: string, name: string | undefined): string | null {
  if (name === undefined) return objectKey(sha256)
  const size = readSizeName(name)
  return size && sizeKey(sha256, size.crop, size.width, size.format)
}

/** The bytes of an object, or of the size of this name; null when there is none. */
function storedAs(sha256: string, name: string | undefined, object: ServedObject): Stored | null {
  const key = keyOf(sha256, name)
  if (key === null) return null
  const { bytes, mediaType } = object
  if (name === undefined) return { key, size: bytes, digest: sha256, mediaType }
  const size = object.sizes.find(({ crop, width, format }) => sizeKey(sha256, crop, width, format) === key)
  return size ? { key, size: size.bytes, digest: size.digest, mediaType: `image/${size.format}` } : null
}

/** Whether who asks sees an object that not everybody sees. */
async function maySee(req: IncomingMessage, sha256: string): Promise<boolean> {
  const actor = await actorOfRequest(req)
  if (actor.kind === 'visitor') return isSeenBy(primary(), sha256, await visitorOf(req))
  return isSeenBy(primary(), sha256, {
    accountId: actor.id,
    within: readScopeOf(actor),
    seesSent: can(actor, 'moderate'),
  })
}

/** Who has no account sees what is open to them by the cookie that says how far they are. */
async function visitorOf(req: IncomingMessage): Promise<Onlooker> {
  const cookie = cookieOf(req, PROGRESS_COOKIE)
  const within = await scopeOfProgress(parseProgress(cookie ?? undefined, wikiMark(env.authSecret)))
  return { accountId: NOBODY, within, seesSent: false }
}
