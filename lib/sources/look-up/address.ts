import { isTracking } from '@/lib/addresses/tracking'
import { copiedAddress } from '@/lib/addresses/unwrapped'

/** An address taken apart: the page's own, that of a copy in an archive, and a time in a recording. */
export interface TakenApart {
  /** Where it is read. */
  reads: string
  url: string
  archiveUrl: string | null
  /** Like `12:34`. */
  locator: string | null
}

/** Takes an address apart: what only counts visits is left out, and a time in a recording is a place in the source. */
export function takeApart(address: string): TakenApart {
  const original = copiedAddress(address)
  const url = new URL(original ?? address)
  const seconds = takeTime(url)
  for (const [name, value] of [...url.searchParams])
    if (isTracking(name, value) || OF_SHARING.test(name)) url.searchParams.delete(name)
  if (/^:~:/.test(url.hash.slice(1))) url.hash = ''
  const plain = url.href
  return {
    reads: original === null ? plain : address,
    url: plain,
    archiveUrl: original === null ? null : address,
    locator: seconds === null ? null : clockOf(seconds),
  }
}

/** What a button for sharing adds to an address, and nothing of which page it is. */
const OF_SHARING = /^(?:si|feature)$/i

/** Sites of recordings, where `t` or `start` is a time. */
const RECORDINGS =
  /(?:^|\.)(?:youtube\.com|youtube-nocookie\.com|youtu\.be|vimeo\.com|dailymotion\.com|twitch\.tv|spotify\.com|soundcloud\.com|facebook\.com|podcasts\.apple\.com)$/

/** The seconds that an address of a recording begins at; they are taken out of it. */
function takeTime(url: URL): number | null {
  const inFragment = /^(?:.*&)?t=(?:npt:)?([\w:.]+)/.exec(url.hash.slice(1))?.[1]
  const names = RECORDINGS.test(url.hostname) ? ['t', 'start', 'time_continue'] : []
  const name = names.find((one) => url.searchParams.has(one))
  const seconds = readTime((name && url.searchParams.get(name)) ?? inFragment ?? '')
  if (seconds === null) return null
  for (const one of names) url.searchParams.delete(one)
  if (inFragment) url.hash = ''
  return seconds
}

/** Seconds in `754`, `754s`, `12m34s`, `1h2m3s`, `12:34` and `1:02:03.5`; null for what is none, or the beginning. */
export function readTime(text: string): number | null {
  const spelled = /^(?:(\d{1,2})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?(?:\.\d+)?$/i.exec(text)
  const clock = /^(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?:\.\d+)?$/.exec(text)
  const [, hours, minutes, seconds] = clock ?? spelled ?? []
  const all = Number(hours ?? 0) * 3_600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
  return all > 0 && all < 360_000 ? all : null
}

/** `12:34`, or `1:02:03`. */
function clockOf(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (number: number) => String(number).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}
