import { rmSync } from 'node:fs'
import { startWiki } from '@/e2e/support/wiki'
import { read } from '../answer'
import { toUndo } from '../leftovers'
import type { Part } from '../part'
import { progress } from '../progress'
import { atMost, figure, type Row } from '../row'
import { freshClone } from '../wiki/fresh-clone'
import { HOT_PAGE } from '../wiki/run'
import { forgetSettings } from '../wiki/settings'

/** From a fresh clone with installed packages to the first page. */
export const startPart: Part = { name: 'start', minutes: 1, measure: measured }

async function measured(): Promise<Row[]> {
  const folder = freshClone()
  const remove = toUndo(async () => rmSync(folder, { recursive: true, force: true }))
  progress('Starting it for the first time: it makes a database, builds, migrates and fills the wiki')
  try {
    const first = await startedIn(folder)
    progress('Starting it again')
    const note = 'the packages are there already'
    return [
      figure({ name: 'a fresh clone to a page', unit: 's', value: first, goal: atMost(90), note }),
      figure({ name: 'the next start to a page', unit: 's', value: await startedIn(folder) }),
    ]
  } finally {
    await remove()
  }
}

/** Seconds from the start to the first page; it is stopped afterwards. */
async function startedIn(folder: string): Promise<number> {
  forgetSettings()
  const began = performance.now()
  const wiki = await startWiki({}, folder)
  const end = toUndo(async () => void (await wiki.end('SIGTERM')))
  await read(`${wiki.address}${HOT_PAGE}`)
  const took = (performance.now() - began) / 1_000
  await end()
  return took
}
