import { createHash } from 'node:crypto'
import http, { type IncomingHttpHeaders } from 'node:http'
import { afterAll, vi } from 'vitest'
import { fileStore } from '@/lib/file-store/file-store'
import { objectKey } from '@/lib/file-store/keys'
import { type FileStore, StoreAwayError } from '@/lib/file-store/store'
import { testFolder } from '@/lib/file-store/testing'
import { storedPicture } from '@/lib/files/testing'
import type { OwnRoute } from '@/lib/gateway/http/own-routes'
import { startGateway } from '@/lib/gateway/http/start'
import { inThisProcess } from '@/lib/gateway/http/testing'
import { photograph } from '@/lib/images/testing-photograph'
import type { AccountActor } from '@/lib/policy/actor'
import { routes } from '@/lib/routes'
import type { Route } from '@/lib/routes/row'
import { createMediaRoute } from './media-route'

/** Keeps files of this test file in a folder of its own; gives the data folder. */
export function openTestStore(): string {
  const folder = testFolder()
  vi.stubEnv('LORELEAF_DATA', folder)
  vi.stubEnv('FILES_URL', '')
  return folder
}

let seeds = 0

/** A picture that this account has uploaded, its bytes and its row; gives both. */
export async function uploadedPicture(
  by: AccountActor,
  { width = 700, height = 500, seed = ++seeds + 0.5 } = {},
): Promise<{ sha256: string; bytes: Buffer }> {
  const bytes = await photograph(width, height, seed).jpeg().toBuffer()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await fileStore().put(objectKey(sha256), bytes, { size: bytes.byteLength, mediaType: 'image/jpeg' })
  await storedPicture(by, { sha256, bytes: bytes.byteLength, width, height, likeness: sha256.slice(0, 32) })
  return { sha256, bytes }
}

/** The keys of everything in the store whose key begins with `prefix`, sorted. */
export async function storedKeys(prefix = ''): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of fileStore().list(prefix)) keys.push(key)
  return keys.sort()
}

/** What a test says of the store behind the gateway, and sees of it. */
interface Watched {
  /** How often it was asked for bytes. */
  reads: number
  isAway: boolean
  /** Whether its streams end in an error after some bytes. */
  breaksOff: boolean
  /** Whether the gateway receives no changes, as far as the route knows. */
  isDeaf: boolean
}

function watchedStore(watched: Watched): Pick<FileStore, 'read'> {
  return {
    async read(key, range) {
      watched.reads += 1
      if (watched.isAway) throw new StoreAwayError('it is away')
      const found = await fileStore().read(key, range)
      const stream = found?.stream
      if (watched.breaksOff)
        stream?.once('data', () => setImmediate(() => stream.destroy(new Error('broke off'))))
      return found
    },
  }
}

/** A gateway on the test database that answers the addresses of pictures. */
export async function openMedia() {
  const watched: Watched = { reads: 0, isAway: false, breaksOff: false, isDeaf: false }
  const heard = new Set<string>()
  const route = createMediaRoute(watchedStore(watched))
  const media: typeof route = {
    answer: (req, res, address, isListening) =>
      route.answer(req, res, address, () => !watched.isDeaf && isListening()),
    answerFromMemory: (req, res, address) => !watched.isDeaf && route.answerFromMemory(req, res, address),
    onChange(change) {
      route.onChange(change)
      for (const tag of change.tags) heard.add(tag)
    },
  }
  const gateway = await startGateway({
    port: 0,
    secret: process.env.AUTH_SECRET ?? '',
    databaseUrl: process.env.DATABASE_URL ?? '',
    trustedProxies: 0,
    renderers: inThisProcess(async (_, res) => void res.end()),
    own: new Map<Route, OwnRoute>([
      [routes.media, media],
      [routes.mediaSize, media],
    ]),
  })
  afterAll(() => gateway.close())
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    answerOf({ port: gateway.port, path, headers, method, agent: false })
  return {
    get,
    statusOf: async (path: string, cookie = '') => (await get(path, { cookie })).status,
    watched,
    /** The tags of every change that the gateway has received. */
    heard: heard as ReadonlySet<string>,
  }
}

/** An answer, its body as bytes. */
function answerOf(asked: http.RequestOptions) {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    const onResponse = (response: http.IncomingMessage) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    }
    http.request(asked, onResponse).on('error', reject).end()
  })
}
