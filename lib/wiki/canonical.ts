import { env } from '@/lib/env'

/**
 * Metadata that names a page's one true address, absolute as search engines want it; nothing where the wiki was not
 * told under which origin it is known.
 */
export function canonical(path: string): { alternates?: { canonical: string } } {
  return env.origin ? { alternates: { canonical: new URL(path, env.origin).href } } : {}
}
