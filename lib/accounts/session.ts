import { cookies } from 'next/headers'
import { decode } from 'next-auth/jwt'
import { cache } from 'react'
import { env } from '@/lib/env'
import type { Actor } from '@/lib/policy/actor'
import { actorOfSession } from './actor-of-session'
import { sessionCookie } from './cookies'

/** The secret in this request's session cookie; null when there is none, or none that we have signed. */
export const sessionSecret = cache(async (): Promise<string | null> => {
  const { name } = sessionCookie()
  const token = (await cookies()).get(name)?.value
  if (!token) return null
  try {
    const payload = await decode({ token, secret: env.authSecret, salt: name })
    return typeof payload?.session === 'string' ? payload.session : null
  } catch {
    // Signed with another secret, cut short, or made up: as good as none.
    return null
  }
})

/**
 * Who is asking: for private pages, server actions and route handlers, never for pages that everybody shares. Read
 * once a request; what is decided in a transaction asks `findActor` again inside it.
 */
export const currentActor = cache(async (): Promise<Actor> => actorOfSession(await sessionSecret()))
