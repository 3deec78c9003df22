import type { IncomingMessage } from 'node:http'
import { cookieOf } from '@/lib/gateway/http/cookie'
import type { Actor } from '@/lib/policy/actor'
import { actorOfSession } from './actor-of-session'
import { sessionCookie } from './cookies'
import { secretInToken } from './secret-in-token'

/** The actor of a request that the gateway answers itself, by its session cookie; like `currentActor` behind it. */
export async function actorOfRequest(req: IncomingMessage): Promise<Actor> {
  const { name } = sessionCookie()
  const token = cookieOf(req, name)
  return actorOfSession(token ? await secretInToken(token, name) : null)
}
