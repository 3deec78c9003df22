import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { overOneConnection } from '@/db/postgres/one-connection'
import { type ResponseRecord, recordResponse } from '@/lib/cache/dependencies'
import { answeredIn, duringVisit, visitOf } from '@/lib/cache/reader'
import { nonceHeader } from '@/lib/framework/headers'
import type { Rendered } from '@/lib/gateway/cache/rendered'
import type { Progress } from '@/lib/progress/progress'
import { routeAt } from '@/lib/routes/at-path'
import { builtSheet } from './built-sheet'
import { encoded } from './encode'
import type { Answer } from './protocol'
import { publicPart } from './public-part'

/**
 * Makes a shared page of what `answer` gives for `req` and readers of this progress, with a record of what was read. The
 * request gets a secret nonce. Throws when the answer cannot be shared, or was cut short.
 */
export async function renderPublic(
  req: IncomingMessage,
  progress: Progress | null,
  answer: () => Promise<Answer>,
): Promise<Rendered> {
  const nonce = randomBytes(16).toString('hex')
  Object.assign(req.headers, nonceHeader(nonce))
  const record: ResponseRecord = { tags: new Set(), expiresAt: null, failed: false }
  const visit = visitOf(progress)
  const answered = await overOneConnection(() => duringVisit(visit, () => recordResponse(record, answer)))
  // An error can be reported shortly after the last byte.
  await new Promise(setImmediate)
  const { status, headers, body } = publicPart(
    answered,
    nonce,
    String(req.headers.host),
    builtSheet,
    rowOf(req)?.mayBeFramed,
  )
  return {
    // A page can set its status to missing or gone.
    status: status === 200 ? (record.status ?? 200) : status,
    headers,
    bodies: await encoded(body, headers['content-type'], isBuilt(req) ? 'keep for ever' : 'keep'),
    etag: createHash('sha256').update(body).digest('base64url').slice(0, 27),
    tags: [...record.tags],
    expiresAt: record.expiresAt,
    ...answeredIn(visit),
    failed: record.failed,
  }
}

const rowOf = ({ url = '' }: IncomingMessage) => routeAt(url)?.route
const isBuilt = (req: IncomingMessage) => rowOf(req)?.reading === 'immutable'
