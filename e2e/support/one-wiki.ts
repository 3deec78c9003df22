import { appendFileSync, chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OUTSIDE, startSiteOutside } from './site-outside'
import { startWiki } from './wiki'

/**
 * Before the stories: one production server for all of them, on data of its own. After them: nothing. Whoever writes
 * stories can name a wiki that runs already (`STORIES_ADDRESS`, `STORIES_DATA`, started with one trusted proxy).
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.STORIES_ADDRESS) return
  const home = mkdtempSync(join(tmpdir(), 'loreleaf-stories-'))
  // Started by root, the database has a user of its own, who must be able to pass.
  chmodSync(home, 0o711)
  const dataFolder = join(home, 'data')
  const site = await startSiteOutside()
  const wiki = await startWiki({
    LORELEAF_DATA: dataFolder,
    LORELEAF_TRUSTED_PROXIES: '1',
    // Nothing else outside is reached.
    LORELEAF_OUTSIDE: '',
    LORELEAF_OUTSIDE_HOSTS: `${OUTSIDE}=127.0.0.1:${site.port}`,
    // The stories make more accounts within an hour than a wiki does.
    LORELEAF_SIGN_UPS: '100000',
    // The only visitors are browsers on the same cores: who gives way to them makes them wait.
    LORELEAF_RENDERER_NICENESS: '0',
  })
  const log = join(home, 'log')
  writeFileSync(log, wiki.output())
  wiki.process.stderr?.on('data', (chunk) => appendFileSync(log, chunk))
  // Workers inherit the environment: this is how they learn of it.
  process.env.STORIES_ADDRESS = wiki.address
  process.env.STORIES_DATA = dataFolder
  process.env.STORIES_LOG = log
  return async () => {
    await wiki.end('SIGTERM')
    site.stop()
    rmSync(home, { recursive: true, force: true })
  }
}
