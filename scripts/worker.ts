import { closeClients } from '@/db/client'
import { keepHouseDaily } from '@/lib/housekeeping'
import { migrateWiki } from './migrate-wiki'
import { command } from './plain-error'
import { say } from './say'
import { heedStopRequests, stopInsisted, stopRequested } from './stop-request'

/**
 * Does what has to be done whether or not anybody reads, so that the processes that serve (`LORELEAF_WORKER=separate`)
 * have only that to do. Needs the same environment as they do, and no port. Ends with 0 when asked to stop.
 */
command(async () => {
  heedStopRequests()
  stopInsisted().then(() => process.exit(1))
  // Whoever of a release is first on the database brings it up to date.
  await Promise.race([migrateWiki(), stopRequested()])
  const leaveHouse = keepHouseDaily()
  say('Keeping house')
  // Nothing else keeps a process alive that does something once a day.
  const awake = setInterval(() => {}, 60_000)
  await stopRequested()
  clearInterval(awake)
  leaveHouse()
  await closeClients()
})
