import { env } from '@/lib/env'

/**
 * Metadata with a page's canonical address, absolute as search engines require; nothing where no public origin is set.
 */
export function canonical(path: string): { alternates?: { canonical: string } } {
  return env.origin ? { alternates: { canonical: new URL(path, env.origin).href } } : {}
}
