/**
 * Which drafts belong to forms that are open now, in any tab: no other form may continue, move or delete those. A tab
 * that is closed, or crashes, releases its own automatically.
 */
export interface OpenDrafts {
  /** Holds the draft under this key until the tab ends, or the returned function is called. */
  hold: (key: string) => () => void
  /** The keys that open forms hold. */
  held: () => Promise<ReadonlySet<string>>
  /** Runs `work` if no form holds the key, and prevents that one does meanwhile. */
  ifFree: (key: string, work: () => void) => void
}

/** For this browser: by Web Locks, or by asking the other tabs where there are none, as on plain http. */
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
      // Fails where the page is being closed, or may store nothing: then there is no other tab to protect from.
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

/** How long other tabs have to answer, in milliseconds. A frozen one does not, and stores its draft again later. */
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
