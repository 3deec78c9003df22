import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { AwsV4Signer } from 'aws4fetch'
import type { BucketSetting } from '@/lib/env/files-setting'
import { checkBytes, OtherBytesError } from './checked-bytes'
import { type About, away, StoreAwayError } from './store'

/** Times in milliseconds. */
export interface Patience {
  /** Until an answer begins, and between any two pieces of a body. */
  answer: number
  /** Until the answer to bytes that are sent, all in all. */
  sending: number
  /** Before a request that failed is sent once more. */
  pause: number
}

export const PATIENCE: Patience = { answer: 5_000, sending: 120_000, pause: 250 }

/** How often a request is sent, unless its body is a stream, which can be read only once. */
const TRIES = 3
/** Longer than this no list and no fault is. */
const LONGEST_TEXT = 4 * 1024 * 1024

export interface Asked {
  method: 'GET' | 'PUT' | 'DELETE'
  /** Below the bucket: a key, or nothing for the bucket itself. */
  key?: string
  query?: Record<string, string>
  headers?: Record<string, string>
  body?: { source: Readable | Buffer; about: About }
}

/** The SHA-256 of nothing. */
const OF_NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/**
 * The headers of a request, signed (AWS Signature Version 4): all that are given, and the digest of the body. `datetime`
 * is like `20130524T000000Z`; now by default.
 */
export async function signedHeaders(
  setting: Pick<BucketSetting, 'region' | 'accessKeyId' | 'secretAccessKey'>,
  asked: { method: string; url: string; headers: Record<string, string>; digest: string; datetime?: string },
): Promise<Record<string, string>> {
  const { method, url, digest, datetime } = asked
  const headers = { ...asked.headers, 'x-amz-content-sha256': digest }
  const { region, accessKeyId, secretAccessKey } = setting
  const signer = new AwsV4Signer({
    ...{ method, url, headers, region, accessKeyId, secretAccessKey, datetime },
    service: 's3',
    allHeaders: true,
  })
  return Object.fromEntries((await signer.sign()).headers)
}

/** Sends requests to a bucket. A request that cannot be sent or is not answered in time throws `StoreAwayError`. */
export function createRequests(setting: BucketSetting, patience = PATIENCE) {
  const isSecure = setting.endpoint.startsWith('https:')
  const { request, Agent } = isSecure ? https : http
  const agent = new Agent({ keepAlive: true, maxSockets: 64, timeout: 60_000 })

  async function once(
    { method, key, query = {}, headers = {}, body }: Asked,
    digest: string,
  ): Promise<IncomingMessage> {
    const url = new URL([setting.endpoint, setting.bucket, key].filter(Boolean).join('/'))
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const told = body && { 'content-length': String(body.about.size), 'content-type': body.about.mediaType }
    const signed = await signedHeaders(setting, {
      method,
      url: url.href,
      headers: { ...headers, ...told },
      digest,
    })
    const deadline = AbortSignal.timeout(body ? patience.sending : patience.answer)
    const sent = request(url, { method, agent, headers: signed, timeout: patience.answer })
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      sent.once('response', resolve).once('error', reject)
    })
    endWhenSilent(sent, patience.answer)
    const giveUp = () => sent.destroy(new Error('it takes too long'))
    deadline.addEventListener('abort', giveUp, { once: true })
    try {
      return await answer(sent, answered, body)
    } finally {
      deadline.removeEventListener('abort', giveUp)
    }
  }

  return {
    /** The answer, whatever its status below 500: whoever gets it has to read or destroy it. */
    async send(asked: Asked): Promise<IncomingMessage> {
      const source = asked.body?.source
      const digest = asked.body ? digestOf(asked.body.about, isSecure) : OF_NOTHING
      const tries = source && !Buffer.isBuffer(source) ? 1 : TRIES
      for (let left = tries; ; left -= 1) {
        try {
          const response = await once(asked, digest)
          const status = response.statusCode ?? 0
          if (status < 500 && status !== 429) return response
          // It says what it never does, which another try would not change.
          if (status === 501) return response
          response.destroy()
          throw new StoreAwayError(`the store of files: it answered ${status}`)
        } catch (error) {
          if (error instanceof OtherBytesError) throw error
          if (left <= 1) throw away('it was not reached', error)
          await sleep(patience.pause)
        }
      }
    },
  }
}

/**
 * Ends a request on whose connection nothing has happened for `time` milliseconds, unless there are bytes that nobody has
 * fetched yet: then it is the reader who is slow, not the store. Where an answer has begun, the second silence in a row
 * ends it: in the first the reader may just have fetched all that was there.
 */
function endWhenSilent(sent: http.ClientRequest, time: number): void {
  let response: IncomingMessage | undefined
  let received = 0
  let silences = 0
  const onSilence = () => {
    const now = response?.socket.bytesRead ?? 0
    silences = now > received || response?.readableLength ? 0 : silences + 1
    received = now
    if (!response || silences > 1) return void sent.destroy(new Error('it does not answer'))
    // Node tells a request only once, and the connection may serve another one afterwards.
    const { socket } = response
    socket.setTimeout(time, onSilence)
    response.once('close', () => socket.removeListener('timeout', onSilence))
  }
  sent.once('timeout', onSilence)
  sent.once('response', (begun) => {
    response = begun
  })
}

async function answer(
  sent: http.ClientRequest,
  answered: Promise<IncomingMessage>,
  body: Asked['body'],
): Promise<IncomingMessage> {
  if (!body) sent.end()
  else if (Buffer.isBuffer(body.source)) sent.end(body.source)
  // An answer may come before all was sent; what becomes of the rest then matters no more.
  else await Promise.race([sendStream(sent, body.source, body.about), answered])
  return answered
}

async function sendStream(sent: http.ClientRequest, source: Readable, about: About): Promise<void> {
  try {
    await pipeline(source, checkBytes(about), sent)
  } catch (error) {
    sent.destroy()
    throw error
  }
}

/** Without a digest nobody would notice on the way that bytes were changed, unless the connection itself is secure. */
function digestOf({ sha256 }: About, isSecure: boolean): string {
  if (sha256 !== undefined) return sha256
  if (isSecure) return 'UNSIGNED-PAYLOAD'
  throw new Error('without TLS only bytes of a known digest can be stored')
}

/** The whole text of an answer. Throws `StoreAwayError` when it is not one of `statuses`. */
export async function textOf(response: IncomingMessage, statuses: readonly number[]): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of response) {
      chunks.push(chunk)
      size += chunk.byteLength
      if (size > LONGEST_TEXT) throw new Error('its answer is too long')
    }
  } catch (error) {
    throw away('its answer broke off', error)
  }
  const text = Buffer.concat(chunks).toString()
  if (statuses.includes(response.statusCode ?? 0)) return text
  const [, code = ''] = /<Code>(\w{1,60})<\/Code>/.exec(text) ?? []
  throw new StoreAwayError(`the store of files: it answered ${response.statusCode} ${code}`.trimEnd())
}
