import { createHmac } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/lib/env'

/**
 * What all replicas of one wiki must have in common. A reader whose page comes from one and whose files, forms and
 * cookies go to another would otherwise find files missing, forms unknown and himself signed out.
 */
export interface BuildAndKeys {
  /** The build's name, new for each build; `none` while developing. */
  build: string
  /** Tells one `AUTH_SECRET` from another, and nothing more of it. */
  keys: string
}

/** What this process has of it. `folder` is the root of the project. */
export function buildAndKeys(folder = process.cwd()): BuildAndKeys {
  const file = join(folder, '.next', 'BUILD_ID')
  return {
    build: existsSync(file) ? readFileSync(file, 'utf8').trim() : 'none',
    keys: createHmac('sha256', env.authSecret).update('which keys are these').digest('hex').slice(0, 12),
  }
}
