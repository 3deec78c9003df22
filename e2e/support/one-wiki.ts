import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startWiki } from './wiki'

/** Before the stories: one production server for all of them, on data of its own. After them: nothing. */
export default async function setup(): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), 'loreleaf-stories-'))
  // Started by root, the database has a user of its own, who must be able to pass.
  chmodSync(home, 0o711)
  const dataFolder = join(home, 'data')
  const wiki = await startWiki({ LORELEAF_DATA: dataFolder })
  // Workers inherit the environment: this is how they learn of it.
  process.env.STORIES_ADDRESS = wiki.address
  process.env.STORIES_DATA = dataFolder
  return async () => {
    await wiki.end('SIGTERM')
    rmSync(home, { recursive: true, force: true })
  }
}
