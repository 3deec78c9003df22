import type { IncomingMessage } from 'node:http'
import { findUpload, type UploadRow } from '@/db/files/uploads'
import { primary } from '@/db/postgres/client'
import { RefusalError } from '@/lib/errors'
import { isSameOrigin, outerAddress, visitorNetwork } from '@/lib/gateway/http/visitor'
import { codes } from '@/lib/messages/codes'
import type { AccountActor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/policy'
import type { ClientInfo } from '@/lib/rate-limit/client-info'
import { actorOfRequest } from '@/lib/sessions/actor-of-request'
import { hashNetwork } from '@/lib/sessions/network'
import { UploadError, uploadError } from './answers'
import { isExpired, readTicket } from './ticket'

/** How visitors reach the wiki. */
export interface Outside {
  origin?: string | undefined
  trustedProxies: number
}

/** Whose upload a request is about, once that is known to be allowed. */
export interface Asked {
  row: UploadRow
  actor: AccountActor
  clientInfo: ClientInfo
  /** Whether the ticket takes no more bytes. */
  isExpired: boolean
}

/**
 * Checks a request as private routes do: from a page of this wiki, by the signed-in account that the ticket was given
 * to, which may propose edits at this moment. Throws `UploadError` otherwise.
 */
export async function readAsked(req: IncomingMessage, text: string, outside: Outside): Promise<Asked> {
  const { accounts, uploads } = codes()
  const address = outerAddress(req, outside)
  const isReading = req.method === 'HEAD'
  if (!address || (!isReading && !isSameOrigin(req, address)))
    throw uploadError(403, 'not_allowed', accounts.refused.notFromHere)
  const ticket = readTicket(text)
  if (!ticket) throw uploadError(404, 'not_found', uploads.ticket.unknown)
  const actor = await actorOfRequest(req)
  if (actor.kind !== 'account') throw uploadError(401, 'not_signed_in', accounts.refused.notSignedIn)
  if (actor.id !== ticket.accountId) throw uploadError(403, 'not_allowed', uploads.ticket.ofAnother)
  ensureMayUpload(actor)
  const row = await findUpload(primary(), ticket.uploadId)
  if (!row) throw uploadError(404, 'not_found', uploads.ticket.unknown)
  const network = hashNetwork(visitorNetwork(req, outside.trustedProxies))
  return { row, actor, clientInfo: { network }, isExpired: isExpired(ticket) }
}

function ensureMayUpload(actor: AccountActor): void {
  try {
    authorize(actor, 'propose')
  } catch (error) {
    throw error instanceof RefusalError ? new UploadError(403, error.refusal) : error
  }
}
