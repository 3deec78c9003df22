import { createHmac } from 'node:crypto'
import { env } from '@/lib/env'
import { buildId } from '@/lib/framework/build'

/**
 * What all replicas of one wiki must have in common. If a reader's page comes from one replica and the requests for its
 * files, forms and cookies go to another that differs, files are missing, forms are unknown, and the reader is signed
 * out.
 */
export interface BuildAndKeys {
  /** The build's name, new for each build; `none` while developing. */
  build: string
  /** Distinguishes one `AUTH_SECRET` from another, and reveals nothing more of it. */
  keys: string
}

/** The values of this process. `folder` is the root of the project. */
export function buildAndKeys(folder = process.cwd()): BuildAndKeys {
  return {
    build: buildId(folder) ?? 'none',
    keys: createHmac('sha256', env.authSecret).update('which keys are these').digest('hex').slice(0, 12),
  }
}
