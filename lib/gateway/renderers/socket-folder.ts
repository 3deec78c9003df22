import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Makes a folder for sockets that only this user may enter. */
export async function makeSocketFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'loreleaf-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}
