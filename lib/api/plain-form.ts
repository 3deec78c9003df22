import { sentenceOf } from '@/lib/messages/message'
import type { Answer } from '@/lib/operations/operation'
import type { AccountActor } from '@/lib/policy/actor'
import type { ClientInfo } from '@/lib/rate-limit/client-info'
import { writeLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'
import { paths } from '@/lib/routes'
import { hashNetwork } from '@/lib/sessions/network'
import { currentActor } from '@/lib/sessions/session'
import { isFromHere } from './http'

/** The longest form, in characters. */
const LONGEST_FORM = 8_000

type Fields = Partial<Record<string, string>>

interface PlainForm {
  /** Where it leads, once it is done by what came of it; also after signing in. */
  next: (form: Fields, done?: object) => string
  /** Does what it asks; null for a form that cannot be read. */
  act: (form: Fields, actor: AccountActor, clientInfo: ClientInfo) => Promise<Answer<object>> | null
}

/**
 * Answers a plain form that stands on pages without React, with or without scripts: sent from this site, within the
 * limits of every form. What it cannot read is answered with the sentence `odd`; a visitor signs in first.
 */
export async function answerPlainForm(
  request: Request,
  odd: string,
  { next, act }: PlainForm,
): Promise<Response> {
  if (!isFromHere(request)) return said(odd, 403)
  const text = await request.text()
  if (text.length > LONGEST_FORM) return said(odd, 413)
  const form: Fields = Object.fromEntries(new URLSearchParams(text))
  const actor = await currentActor()
  if (actor.kind === 'visitor') return goTo(paths.signIn({ next: next(form) }))
  const clientInfo = { network: hashNetwork(request.headers.get('x-loreleaf-network')) }
  const tooMany = await withinLimits(writeLimits(actor, clientInfo))
  const answer = tooMany ?? (await act(form, actor, clientInfo))
  if (!answer) return said(odd, 400)
  return answer.ok
    ? goTo(next(form, answer))
    : said(sentenceOf(answer.message), answer.reason === 'not_found' ? 404 : 403)
}

const UNKEPT = { 'cache-control': 'private, no-store' }
const goTo = (location: string) => new Response(null, { status: 303, headers: { location, ...UNKEPT } })
const said = (words: string, status: number) =>
  new Response(words, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...UNKEPT } })
