import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Refusal, RefusalReason } from '@/lib/errors'
import { refuse } from '@/lib/errors'
import { limitBody } from '@/lib/gateway/http/connections'
import { FILE_POLICY, SAFETY_HEADERS } from '@/lib/gateway/http/policy-headers'
import { throwAway } from '@/lib/gateway/http/request-body'
import { PRIVATE_CACHING } from '@/lib/gateway/http/send'
import type { Message } from '@/lib/messages/message'
import { sentenceOf } from '@/lib/messages/message'

/** How long the rest of a refused body may take, in milliseconds: so its sender can read the refusal. */
const REST_OF_BODY = 10_000

/** Thrown where a request about an upload is refused; caught by its route. */
export class UploadError extends Error {
  constructor(
    readonly status: number,
    readonly refusal: Refusal,
    readonly headers: OutgoingHttpHeaders = {},
  ) {
    super(sentenceOf(refusal.message))
  }
}

/** A refusal with a status and headers. */
export const uploadError = (
  status: number,
  reason: RefusalReason,
  message: Message,
  headers?: OutgoingHttpHeaders,
): UploadError => new UploadError(status, refuse(reason, message), headers)

/** Sends JSON to nobody but this visitor; without a body where none may be. */
export function sendJson(
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
  body: object | null,
  headers: OutgoingHttpHeaders = {},
): void {
  const text = body === null ? '' : JSON.stringify(body)
  res.writeHead(status, {
    ...SAFETY_HEADERS,
    'content-security-policy': FILE_POLICY,
    'cache-control': PRIVATE_CACHING,
    ...(body !== null && {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
    }),
    ...headers,
  })
  res.end(req.method === 'HEAD' ? undefined : text)
}

/** Sends a refusal as the JSON interface does: as a sentence and as a code. What still comes of a body is discarded. */
export function sendError(
  req: IncomingMessage,
  res: ServerResponse,
  { status, refusal, headers }: UploadError,
) {
  const { message } = refusal
  sendJson(
    req,
    res,
    status,
    { ...refusal, message: sentenceOf(message), codes: { message } },
    {
      ...(refusal.retryAfter !== undefined && { 'retry-after': String(refusal.retryAfter) }),
      ...headers,
    },
  )
  if (req.complete) return
  limitBody(req, REST_OF_BODY)
  throwAway(req)
}
