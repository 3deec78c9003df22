import { createHash, randomBytes } from 'node:crypto'
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { readRows } from '@/db/postgres/testing'
import { createDiskStore } from '@/lib/file-store/disk-store'
import { objectKey } from '@/lib/file-store/keys'
import { startGateway } from '@/lib/gateway/http/start'
import { type Asked, ask, inThisProcess } from '@/lib/gateway/http/testing'
import type { DecodedPicture, decodePicture } from '@/lib/images/decode-picture'
import type { AccountActor } from '@/lib/policy/actor'
import { paths, routes } from '@/lib/routes'
import { createStaging, type Staging } from './staging'
import { startUpload } from './start-upload'
import { createUploadRoute } from './upload-route'

/** Support for tests that send files to a gateway. */

/** Takes every file for a picture, as it is: its digest is that of its bytes. */
export async function takeAsIs(path: string): Promise<DecodedPicture> {
  const bytes = await readFile(path)
  const sha256 = sha256Of(bytes)
  const file = `${path}-encoded`
  await copyFile(path, file)
  const size = { bytes: bytes.length, width: 40, height: 30 }
  const looks = { colour: '#a1b2c3', likeness: sha256.slice(0, 32), isFirstFrameOnly: false }
  return { ok: true, file, sha256, mediaType: 'image/png', ...size, ...looks }
}

/** What decoding, writing and storing do in the current test. */
interface TestTools {
  decode: (path: string) => ReturnType<typeof decodePicture>
  beforePut: () => Promise<void>
  /** The code with which every write to staging fails. */
  writesFail: string | null
}

const asUsual = (): TestTools => ({ decode: takeAsIs, beforePut: async () => {}, writesFail: null })

/**
 * A gateway that receives uploads into a folder of its own, on the database of the test file. Bodies of forms have 400 ms
 * there; uploads have to bring 100 bytes in as long, and wait a second for their outcome.
 */
export async function openUploads() {
  const folder = await mkdtemp(join(tmpdir(), 'loreleaf-uploads-'))
  const tools = asUsual()
  const staging = failingStaging(createStaging(join(folder, 'staging')), tools)
  const store = createDiskStore(join(folder, 'files'))
  const uploads = createUploadRoute({
    trustedProxies: 0,
    staging,
    store: {
      put: async (...given) => {
        await tools.beforePut()
        return store.put(...given)
      },
    },
    decode: (path) => tools.decode(path),
    limits: { pace: { window: 400, least: 100 }, patience: 1_000 },
  })
  const gateway = await startGateway({
    port: 0,
    secret: process.env.AUTH_SECRET ?? '',
    databaseUrl: process.env.DATABASE_URL ?? '',
    trustedProxies: 0,
    renderers: inThisProcess(async (_, res) => void res.end()),
    own: new Map([[routes.upload, uploads]]),
    limits: { bodyTimeout: 400 },
  })
  afterAll(async () => {
    await gateway.close()
    await uploads.close()
    await rm(folder, { recursive: true, force: true })
  })
  return {
    ...{ folder, staging, tools, port: gateway.port },
    reset: () => void Object.assign(tools, asUsual()),
    staged: () => staging.list(),
    stored: (sha256: string) => readFile(join(folder, 'files', objectKey(sha256))),
  }
}

function failingStaging(staging: Staging, tools: TestTools): Staging {
  return {
    ...staging,
    async append(uploadId) {
      const file = await staging.append(uploadId)
      const write = async (piece: Buffer) => {
        if (tools.writesFail) throw Object.assign(new Error('not written'), { code: tools.writesFail })
        await file.write(piece)
      }
      return { ...file, write }
    },
  }
}

/** The ticket of a new upload. */
export async function ticketOf(actor: AccountActor, bytes: number): Promise<string> {
  const started = await startUpload(actor, { bytes })
  if (!started.ok) throw new Error(`no ticket: ${JSON.stringify(started)}`)
  return started.ticket
}

/** Bytes that no other test sends. */
export const newBytes = (size = 50_000): Buffer => randomBytes(size)

/** What a page of the wiki sends along, and from which byte on it sends. */
export const fromHere = (cookie: string, offset = 0) => ({
  cookie,
  'sec-fetch-site': 'same-origin',
  'upload-offset': offset,
})

/** Sends bytes of an upload as a page of the wiki does. */
export const patch = (
  gateway: { port: number },
  ticket: string,
  cookie: string,
  { offset = 0, ...asked }: Asked & { offset?: number } = {},
) =>
  ask(gateway, paths.upload(ticket), {
    method: 'PATCH',
    ...asked,
    headers: { ...fromHere(cookie, offset), ...asked.headers },
  })

/** Asks how many bytes are there. */
export const headOf = (gateway: { port: number }, ticket: string, cookie: string) =>
  ask(gateway, paths.upload(ticket), { method: 'HEAD', headers: { cookie } })

/** The headers of a request that a test writes itself. */
export const said = (cookie: string, offset: number): Record<string, string> => ({
  Cookie: cookie,
  'Sec-Fetch-Site': 'same-origin',
  'Upload-Offset': String(offset),
})

/** The digest under which bytes are stored. */
export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** What is recorded of bytes as a stored object. */
export const rowsOf = (bytes: Buffer) =>
  readRows(
    `select bytes, uploaded_by_id::int as by, media_type as type from stored_object where sha256 = '${sha256Of(bytes)}'`,
  )
