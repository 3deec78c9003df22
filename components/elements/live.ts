import type { Numbers, Told } from '@/lib/live/numbers'
import { paths } from '@/lib/routes'

/** The lock that the tab holds which has the stream, and the channel on which it hands on what it hears. */
const NAME = 'loreleaf-live'

/** The server sends something every 15 seconds. Times in milliseconds. */
const DEAD_AFTER = 45_000
/** Before coming back: at first within so long, then twice as long each time; how much of it, chance decides. */
const FIRST_PAUSE = 2_000
const LONGEST_PAUSE = 240_000

/** What the tab with the stream hands on: what it said, that it lives, or that there is none for now. */
type Word = { told: Told } | 'alive' | 'none'
/** What a tab says that has come. */
const HELLO = 'hello'

let stop: (() => void) | null = null
let show: (numbers: Numbers) => boolean = () => false
let heardAt = 0
let pause = 0

/**
 * Listens for what concerns this reader, once per page. Of all tabs of a browser one has the stream, and it hands on what
 * it hears; when it goes, another takes its place. Without Web Locks (a browser that lacks them, or a page that did not
 * come over https) nothing is live, and the numbers are right at each page load. `showing` shows numbers, where they are
 * of the reader who is shown.
 */
export function listen(showing: typeof show): void {
  show = showing
  start()
}

function start(isStealing = false): void {
  if (stop || !navigator.locks) return
  const leaving = new AbortController()
  const { signal } = leaving
  const channel = new BroadcastChannel(NAME)
  let said: Word | null = null
  const say = (word: Word) => {
    if (signal.aborted) return
    if (typeof word === 'object') said = word
    channel.postMessage(word)
    hear(word)
  }
  channel.onmessage = ({ data }) => {
    if (data !== HELLO) hear(data)
    // It may have asked for its numbers before what was said last.
    else if (said) channel.postMessage(said)
  }
  channel.postMessage(HELLO)
  addEventListener('pagehide', stopHere)
  addEventListener('visibilitychange', takeOver)
  stop = () => {
    leaving.abort()
    channel.close()
    removeEventListener('pagehide', stopHere)
    removeEventListener('visibilitychange', takeOver)
    stop = null
  }
  heardAt = Date.now()
  const how = isStealing ? { steal: true } : { signal }
  navigator.locks
    .request(NAME, how, () => hold(signal, say))
    .catch(() => {
      // Another tab took it: this one waits for its turn again.
      if (!signal.aborted) startAgain()
    })
}

const stopHere = () => stop?.()

function startAgain(isStealing = false): void {
  stop?.()
  start(isStealing)
}

/** A browser may stop the tab that has the stream while nobody looks at it. */
function takeOver(): void {
  if (document.visibilityState === 'visible' && Date.now() - heardAt > DEAD_AFTER) startAgain(true)
}

function hear(word: Word): void {
  heardAt = Date.now()
  if (word === 'alive') return
  const told = word === 'none' ? undefined : word.told
  if (told && show(told)) return
  if (told === null) stop?.()
  // Who reads now, and what they may see: as in a page that comes back from the back/forward cache.
  if (document.visibilityState === 'visible' || told !== undefined)
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
}

/** Has the stream until nobody is signed in or the page goes: what ends otherwise is opened again, after a pause. */
async function hold(signal: AbortSignal, say: (word: Word) => void): Promise<void> {
  let wait: number | null = 0
  while (wait !== null && !signal.aborted) {
    await paused(Math.max(wait, pause) * (1 - Math.random() * 0.8), signal)
    if (signal.aborted) return
    const asked = Date.now()
    wait = await read(signal, say).catch(() => 0)
    if (wait) say('none')
    pause = Math.min(Math.max(pause * 2, FIRST_PAUSE), LONGEST_PAUSE)
    if (Date.now() - asked > DEAD_AFTER) pause = wait === null ? 0 : FIRST_PAUSE
  }
}

/** Reads a stream to its end. Gives null when nobody is signed in, or for how long the server wants to be left alone. */
async function read(signal: AbortSignal, say: (word: Word) => void): Promise<number | null> {
  const { ok, status, headers, body } = await fetch(paths.live(), { signal })
  if (status === 204) {
    say({ told: null })
    return null
  }
  if (!ok || !body) return Number(headers.get('retry-after')) * 1_000
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const dead = setTimeout(() => reader.cancel(), DEAD_AFTER)
    const { value, done } = await reader.read()
    clearTimeout(dead)
    if (done) return 0
    const lines = `${rest}${value}`.split('\n\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (!line.startsWith('data: ')) say('alive')
      else {
        const told: Told = JSON.parse(line.slice(6))
        say({ told })
        if (!told) return null
      }
    }
  }
}

const paused = (time: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, time)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
