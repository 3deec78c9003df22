import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { goOn } from '@/lib/gateway/http/request-body'
import { codes } from '@/lib/messages/codes'
import { uploadError } from './answers'
import type { Asked } from './asked'
import { type Pace, type Received, receive } from './receive'
import type { Staging } from './staging'

/** The headers that say how much of an upload is there: the names of the IETF's draft on resumable uploads. */
export const offsetHeaders = (offset: number, length: number): OutgoingHttpHeaders => ({
  'upload-offset': offset,
  'upload-length': length,
  'upload-complete': offset === length ? '?1' : '?0',
})

/** The byte from which on a request sends. Throws `UploadError` when it does not say so. */
export function offsetOf(req: IncomingMessage): number {
  const said = String(req.headers['upload-offset'] ?? '')
  if (!/^\d{1,10}$/.test(said)) throw uploadError(400, 'invalid', codes().uploads.offset.missing)
  return Number(said)
}

/** Whether a request brings a body at all. */
export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/**
 * Appends the body of a request to an upload, if it begins where the bytes that are there end, and gives how many are
 * there afterwards. They are on the disk then. Throws `UploadError`: for another offset, a body that is longer than was
 * announced or too slow, a ticket that expired, a disk that is full. After too many bytes, and where there was no room
 * for them, nothing of the upload stays. Throws as well when the sender leaves; what came until then stays.
 */
export async function takeBytes(
  req: IncomingMessage,
  res: ServerResponse,
  { row, isExpired }: Asked,
  offset: number,
  { staging, pace }: { staging: Staging; pace: Pace },
): Promise<number> {
  const { uploads } = codes()
  let there = (await staging.sizeOf(row.id)) ?? 0
  if (there > row.bytes) {
    await staging.remove(row.id)
    there = 0
  }
  const headers = offsetHeaders(there, row.bytes)
  if (offset !== there) throw uploadError(409, 'conflict', uploads.offset.other(there), headers)
  const room = row.bytes - there
  const tooLong = (at: number) =>
    uploadError(413, 'invalid', uploads.offset.tooMuch(row.bytes), offsetHeaders(at, row.bytes))
  if (Number(req.headers['content-length'] ?? 0) > room) throw tooLong(there)
  if (!hasBody(req)) return there
  if (room === 0) throw tooLong(there)
  if (isExpired) throw uploadError(410, 'not_found', uploads.ticket.expired, headers)
  goOn(req, res)
  const [received, size] = await appended(req, row.id, room, { staging, pace })
  if (received === 'too slow')
    throw uploadError(408, 'failed', uploads.tooSlow, offsetHeaders(size, row.bytes))
  if (received === 'all') return size
  await staging.remove(row.id)
  throw received === 'too long'
    ? tooLong(0)
    : uploadError(507, 'failed', uploads.full, offsetHeaders(0, row.bytes))
}

/** Writes a body to the end of an upload and flushes it; gives how that ended, and how many bytes are there then. */
async function appended(
  req: IncomingMessage,
  uploadId: string,
  room: number,
  { staging, pace }: { staging: Staging; pace: Pace },
): Promise<[Received | 'full', size: number]> {
  try {
    const file = await staging.append(uploadId)
    try {
      return [await receive(req, file, room, pace), file.size()]
    } finally {
      await file.close()
    }
  } catch (error) {
    if (isFull(error)) return ['full', 0]
    throw error
  }
}

/** No space left, or none of this user's share. */
const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
