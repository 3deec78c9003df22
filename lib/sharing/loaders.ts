import { headers } from 'next/headers'
import { cache } from 'react'
import { env } from '@/lib/env'

/**
 * Where the wiki is, like `https://wiki.example`: as the administrator says; without that as the gateway knows it, which
 * is the same for everybody on shared pages.
 */
export const loadOrigin = cache(async (): Promise<string> => {
  if (env.origin) return env.origin
  const asked = await headers()
  return `${asked.get('x-forwarded-proto') ?? 'http'}://${asked.get('host')}`
})
