import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import { type Progress, parseTokens } from '@/lib/progress/progress'

/** Tells a renderer how far the reader is. No visitor's header of this name gets past the gateway. */
const READER_HEADER = 'x-loreleaf-reader'

/** The header for a reader; `progress` as `readerOf` gives it. */
export const readerHeader = (reader: { progress: string } | null): OutgoingHttpHeaders =>
  reader ? { [READER_HEADER]: reader.progress } : {}

/** Takes from a request what the gateway said of its reader. */
export function takeReader(req: IncomingMessage): Progress | null {
  const told = req.headers[READER_HEADER]
  delete req.headers[READER_HEADER]
  return told === undefined ? null : parseTokens(String(told).split('~'))
}
