/**
 * Which drafts belong to forms that are open now, in whatever tab: nobody else may take up, move or remove those. A tab
 * that is closed, or crashes, lets go of its own without doing anything.
 */
export interface OpenDrafts {
  /** Says that the draft under this key belongs to this form until the tab ends, or what is given back is called. */
  hold: (key: string) => () => void
  /** The keys that forms hold which are open. */
  held: () => Promise<ReadonlySet<string>>
  /** Runs `work` if no form holds the key, and meanwhile none can. */
  ifFree: (key: string, work: () => void) => void
}

/** This browser's own: by its locks (Web Locks), and by asking the other tabs where there are none, as on plain http. */
export function openDrafts(): OpenDrafts {
  if (typeof navigator !== 'undefined' && navigator.locks) return byLocks(navigator.locks)
  return typeof BroadcastChannel === 'undefined'
    ? alone
    : byAsking(() => new BroadcastChannel('loreleaf:drafts'))
}

function byLocks(locks: LockManager): OpenDrafts {
  return {
    hold: (key) => {
      let release = () => {}
      const isDone = new Promise<void>((done) => {
        release = done
      })
      // Refused where the page is going away, or may keep nothing: then nobody else is there to mind.
      locks.request(key, () => isDone).catch(() => {})
      return release
    },
    held: async () => {
      const { held = [] } = await locks.query().catch(() => ({ held: [] }))
      return new Set(held.flatMap(({ name }) => name ?? []))
    },
    ifFree: (key, work) => {
      locks.request(key, { ifAvailable: true }, (lock) => lock && work()).catch(() => {})
    },
  }
}

/** How long other tabs have to answer, in milliseconds. One that is frozen does not, and writes its words anew later. */
const TIME_TO_ANSWER = 300

type Message = { asks: true } | { holds: string }

/** Exported for its test; see `openDrafts`. */
export function byAsking(join: () => BroadcastChannel): OpenDrafts {
  const mine = new Set<string>()
  const channel = join()
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if ('asks' in data) for (const key of mine) channel.postMessage({ holds: key })
  })

  const held = () =>
    new Promise<ReadonlySet<string>>((resolve) => {
      const found = new Set(mine)
      const note = ({ data }: MessageEvent<Message>) => 'holds' in data && found.add(data.holds)
      channel.addEventListener('message', note)
      channel.postMessage({ asks: true })
      setTimeout(() => {
        channel.removeEventListener('message', note)
        resolve(found)
      }, TIME_TO_ANSWER)
    })

  return {
    hold: (key) => {
      mine.add(key)
      return () => mine.delete(key)
    },
    held,
    ifFree: (key, work) => void held().then((keys) => keys.has(key) || work()),
  }
}

const alone: OpenDrafts = {
  hold: () => () => {},
  held: async () => new Set(),
  ifFree: (_, work) => work(),
}
