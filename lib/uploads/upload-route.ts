import type { IncomingMessage, ServerResponse } from 'node:http'
import { findUpload } from '@/db/files/uploads'
import { primary } from '@/db/postgres/client'
import { StoreAwayError } from '@/lib/file-store/store'
import type { OwnRoute } from '@/lib/gateway/http/own-routes'
import { logError } from '@/lib/log'
import { codes } from '@/lib/messages/codes'
import { TooBusyError } from '@/lib/rate-limit/limiter'
import { sendError, sendJson, UploadError, uploadError } from './answers'
import { type Asked, type Outside, readAsked } from './asked'
import { isClosed, outcomeOf, refusalOf } from './outcome'
import type { Pace } from './receive'
import { createRoom, type RoomLimits } from './room'
import { createSettling, type Tools } from './settle'
import { sweepStaging } from './sweep-staging'
import { hasBody, offsetHeaders, offsetOf, takeBytes } from './take-bytes'
import { createTurns } from './turns'

/** The limits of receiving uploads; times in milliseconds. */
export interface UploadLimits {
  room: RoomLimits
  pace: Pace
  /** How long an answer waits for a picture to be decoded and stored. */
  patience: number
  /** How often what nobody wants any more is removed from staging. */
  sweepInterval: number
}

const LIMITS: UploadLimits = {
  room: { uploads: 24, ofOneAccount: 3, bytes: 256_000_000 },
  pace: { window: 30_000, least: 16_000 },
  patience: 25_000,
  sweepInterval: 10 * 60_000,
}

/** In how many seconds the same may be asked again. */
const SOON = { 'retry-after': '2' }
const LATER = { 'retry-after': '10' }

/**
 * Receives the bytes of announced uploads at `paths.upload(ticket)`, as the IETF's draft on resumable uploads does:
 * `HEAD` says how many are there, `PATCH` appends from `Upload-Offset` on. The answer to the last byte says what came of
 * it. Whoever asks last has the upload: an earlier request of the same ticket is ended. A `PATCH` without bytes at the
 * end asks for the outcome again.
 */
export function createUploadRoute({
  limits: given,
  ...options
}: Outside & Tools & { limits?: Partial<UploadLimits> }) {
  const limits = { ...LIMITS, ...given }
  const { staging } = options
  const turns = createTurns()
  const room = createRoom(limits.room)
  const settling = createSettling(options)

  async function tell(req: IncomingMessage, res: ServerResponse, { row }: Asked): Promise<void> {
    await turns.free(row.id)
    const isOver = row.sha256 !== null || (row.state === 'refused' && !isClosed(row))
    const there = isOver ? row.bytes : ((await staging.sizeOf(row.id)) ?? 0)
    sendJson(req, res, isClosed(row) ? 410 : 204, null, offsetHeaders(there, row.bytes))
  }

  async function take(req: IncomingMessage, res: ServerResponse, asked: Asked): Promise<void> {
    const { row } = asked
    const offset = offsetOf(req)
    if (row.sha256 === null && row.state !== 'refused') {
      const there = await turns.take(
        row.id,
        () => req.destroy(),
        () =>
          within(asked, row.bytes - offset, () => takeBytes(req, res, asked, offset, { staging, ...limits })),
      )
      if (there < row.bytes) return sendJson(req, res, 204, null, offsetHeaders(there, row.bytes))
      await settled(asked)
    } else if (isClosed(row)) throw new UploadError(410, refusalOf(row))
    else if (hasBody(req) || offset !== row.bytes)
      throw uploadError(
        409,
        'already_decided',
        codes().uploads.ticket.used,
        offsetHeaders(row.bytes, row.bytes),
      )
    await sendOutcome(req, res, asked)
  }

  async function within<T>({ row }: Asked, bytes: number, work: () => Promise<T>): Promise<T> {
    const leave = room.enter(row.accountId, Math.max(0, bytes))
    if (!leave) throw uploadError(503, 'too_many', codes().uploads.busy, LATER)
    try {
      return await work()
    } finally {
      leave()
    }
  }

  /** Waits until the picture is stored or refused, but not for ever: the sender can ask again. */
  async function settled({ row, actor, clientInfo }: Asked): Promise<void> {
    const { uploads } = codes()
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(resolve, limits.patience, 'late')
    })
    const settle = settling.settle(row.id, actor, clientInfo)
    try {
      if ((await Promise.race([settle, late])) !== 'late') return
      settle.catch((error) => logError(error, { while: 'storing an upload' }))
    } catch (error) {
      const tryAgain = { ...offsetHeaders(row.bytes, row.bytes), ...LATER }
      if (error instanceof TooBusyError) throw uploadError(503, 'too_many', uploads.busy, tryAgain)
      logError(error, { while: 'storing an upload' })
      const isAway = error instanceof StoreAwayError
      throw uploadError(503, 'failed', isAway ? uploads.storeAway : codes().accounts.failed, tryAgain)
    } finally {
      clearTimeout(timer)
    }
    throw uploadError(503, 'failed', uploads.working, { ...offsetHeaders(row.bytes, row.bytes), ...SOON })
  }

  async function sendOutcome(req: IncomingMessage, res: ServerResponse, { row }: Asked): Promise<void> {
    const now = await findUpload(primary(), row.id)
    const outcome = now && (await outcomeOf(now))
    if (!outcome) throw uploadError(404, 'not_found', codes().uploads.ticket.unknown)
    if (!outcome.ok) throw new UploadError(422, outcome, offsetHeaders(row.bytes, row.bytes))
    sendJson(req, res, 200, outcome, offsetHeaders(row.bytes, row.bytes))
  }

  const sweep = () =>
    void sweepStaging(staging).catch((error) => logError(error, { while: 'sweeping staging' }))
  const sweeper = setInterval(sweep, limits.sweepInterval).unref()
  sweep()

  const route: OwnRoute = {
    timesBodies: true,
    async answer(req, res, { words: [ticket = ''] }) {
      try {
        if (req.method !== 'HEAD' && req.method !== 'PATCH')
          throw uploadError(405, 'not_allowed', codes().gateway[405].text, { allow: 'HEAD, PATCH' })
        const asked = await readAsked(req, ticket, options)
        await (req.method === 'HEAD' ? tell : take)(req, res, asked)
      } catch (error) {
        // Its sender left. (A request that was read to its end counts as destroyed.)
        if (res.destroyed) return
        if (!(error instanceof UploadError)) throw error
        sendError(req, res, error)
      }
    },
  }
  return {
    ...route,
    /** Ends what is being decoded; what was received stays in staging. */
    async close(): Promise<void> {
      clearInterval(sweeper)
      await settling.close()
    },
  }
}
