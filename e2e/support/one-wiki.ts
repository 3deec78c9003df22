import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startWiki } from './wiki'

/** Before the stories: one production server for all of them, on data of its own. After them: nothing. */
export default async function setup(): Promise<() => Promise<void>> {
  const dataFolder = join(mkdtempSync(join(tmpdir(), 'loreleaf-stories-')), 'data')
  const wiki = await startWiki({ LORELEAF_DATA: dataFolder })
  // Workers inherit the environment: this is how they learn of it.
  process.env.STORIES_ADDRESS = wiki.address
  process.env.STORIES_DATA = dataFolder
  return async () => {
    await wiki.end('SIGTERM')
    rmSync(join(dataFolder, '..'), { recursive: true, force: true })
  }
}
