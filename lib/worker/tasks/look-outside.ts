import {
  type DueAddress,
  findRestingOn,
  findWantedWords,
  hasOtherAnswered,
  type Look,
  putOff,
  takeDueAddresses,
  writeLook,
  writePassage,
} from '@/db/captures/looking'
import { primary, transaction } from '@/db/postgres/client'
import { announce } from '@/lib/cache/announce'
import { tags } from '@/lib/cache/tags'
import { findArchived } from '@/lib/captures/archive'
import { type Around, quoteFinder } from '@/lib/captures/find-quote'
import { textHash } from '@/lib/captures/keys'
import { isRecording } from '@/lib/captures/link-to'
import { env } from '@/lib/env'
import { enqueue } from '@/lib/jobs/enqueue'
import { LOOK_OUTSIDE_KEY } from '@/lib/jobs/keys'
import { aPage, fetchOutside } from '@/lib/outside/fetch-outside'
import { decodePage } from '@/lib/outside/html/decode'
import { readHead } from '@/lib/outside/html/read-head'
import { readText } from '@/lib/outside/html/read-text'
import { metadataOf } from '@/lib/outside/metadata/metadata'
import type { Read, Unread } from '@/lib/outside/outcome'
import { network, type Reach } from '@/lib/outside/reach'
import { readSettings } from '@/lib/settings/settings'

/** How many addresses are looked at in one run, and by all processes within an hour. */
const AT_ONCE = 20
const AN_HOUR = 300
/** After how many days an address is looked at again; somewhat earlier or later, so that they spread. */
const DAYS = 30
const spread = (): number => DAYS * (0.9 + Math.random() * 0.2)
/** A page is dead that was not there so often in a row, over so many days. */
const FAILURES = 4
const FAILING_DAYS = 3
/** A page with less text is made by its scripts. */
const LEAST_TEXT = 200
const SPOKEN = /^(?:video|music|VideoObject|AudioObject|PodcastEpisode|RadioEpisode|TVEpisode|Clip)\b/

/**
 * Looks at the cited addresses whose turn it is, one after the other: whether they are there, and whether quoted words
 * stand there. Of a page only its hash is kept, and what stands around quoted words.
 */
export async function lookOutside(reach: Reach): Promise<void> {
  if (env.outside.isOff) return
  const due = await takeDueAddresses(primary(), AT_ONCE, AN_HOUR)
  for (const address of due) {
    if (address.isNeeded) await lookAt(address, reach)
    else await putOff(primary(), address.key, DAYS)
  }
  if (due.length === AT_ONCE)
    await transaction(async (tx) => enqueue(tx, 'look-outside', {}, { key: LOOK_OUTSIDE_KEY }))
}

/** The task: by the network. */
export async function lookAtCited(): Promise<void> {
  const { name } = await readSettings(primary())
  await lookOutside(network(name))
}

async function lookAt(address: DueAddress, reach: Reach): Promise<void> {
  const answer = await fetchOutside(address.url, aPage, reach)
  if (answer.ok) await noteRead(address, answer)
  else await noteUnread(address, answer, reach)
}

async function noteRead({ key, url }: DueAddress, page: Read): Promise<void> {
  const html = decodePage(page.bytes, page.contentType)
  const text = readText(html)
  const wanted = await findWantedWords(primary(), key)
  const find = wanted.length > 0 ? quoteFinder(text) : () => null
  const isSpoken = isRecording(url) || SPOKEN.test(metadataOf(readHead(html)).type ?? '')
  // What was cut off, or is not written in the page itself, may still say it.
  const why = page.isCut ? 'too-long' : text.length < LEAST_TEXT ? 'no-text' : null
  await transaction(async (tx) => {
    let isAnyNew = false
    for (const { quote, quoteKey } of wanted) {
      const found = find(quote)
      const state = found ? 'found' : isSpoken ? 'spoken' : why ? null : 'missing'
      if (!state) continue
      isAnyNew = true
      await writePassage(tx, key, { quoteKey, state, ...(found ?? nothing) })
    }
    const look = {
      state: 'alive' as const,
      why,
      isFailure: false,
      pageHash: textHash(text),
      archiveUrl: null,
    }
    await writeAndTell(tx, key, { ...look, next: { days: spread() }, isUrgent: false }, isAnyNew)
  })
}

const nothing: Around = { before: '', words: '', after: '' }

/** What says that a page is not there, and what only says so where others answer. */
const NOT_THERE = ['gone', 'failing', 'unreachable', 'slow']
const OUR_FAULT = ['unreachable', 'slow']

async function noteUnread(address: DueAddress, { why, again }: Unread, reach: Reach): Promise<void> {
  const { key, url, failures, failingDays } = address
  if (why === 'off') return
  if (why === 'later') {
    const next = new Date(Math.max(again?.getTime() ?? 0, Date.now() + 60_000))
    await transaction((tx) => writeAndTell(tx, key, { why, isFailure: null, next, isUrgent: true }, false))
    return
  }
  const isTold =
    NOT_THERE.includes(why) && (!OUR_FAULT.includes(why) || (await hasOtherAnswered(primary(), key)))
  const isDead = isTold && failures + 1 >= FAILURES && (failingDays ?? 0) >= FAILING_DAYS
  const archiveUrl = isDead ? await findArchived(url, reach) : undefined
  const look: Look = {
    why,
    isFailure: isTold ? true : NOT_THERE.includes(why) ? null : false,
    next: { days: NOT_THERE.includes(why) && !isDead ? 1 : spread() },
    isUrgent: false,
    ...(isDead && { state: 'dead' }),
    // It answers, though not with a page that can be read.
    ...(['pdf', 'other-type'].includes(why) && { state: 'alive' }),
    ...(archiveUrl !== undefined && { archiveUrl }),
  }
  await transaction((tx) => writeAndTell(tx, key, look, isDead))
}

async function writeAndTell(
  tx: Parameters<typeof writeLook>[0],
  key: string,
  look: Look,
  isNews: boolean,
): Promise<void> {
  await writeLook(tx, key, look)
  if (!isNews) return
  const resting = await findRestingOn(tx, key)
  if (resting.length > 0) await announce(tx, resting.map(tags.entry))
}
