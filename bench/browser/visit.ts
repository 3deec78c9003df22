import type { Browser, Page } from '@playwright/test'

/** A network as a visitor has it: rates in kilobits a second, latency (of each request) in milliseconds. */
export interface Network {
  name: string
  down: number
  up: number
  latency: number
}

/** Lighthouse's slow 4G: what its network has, and the same as DevTools imitates it, every request 3.75 round trips late. */
export const SLOW_4G: Network = { name: 'slow 4G', down: 1_638, up: 675, latency: 150 }
export const SLOW_4G_OF_DEVTOOLS: Network = {
  name: 'slow 4G of DevTools',
  down: 1_474,
  up: 675,
  latency: 562.5,
}

/** What a visitor with an empty cache experienced. */
export interface Visit {
  /** Largest contentful paint, in milliseconds. */
  lcp: number
  /** Cumulative layout shift. */
  cls: number
  /** Total blocking time: of each task on the main thread, what it took beyond 50 ms, in milliseconds. */
  blocked: number
  /** Addresses of the scripts that the page loaded. */
  scripts: string[]
  /** The pictures that it loaded: how many, and their bytes. */
  pictures: { count: number; bytes: number }
}

/** A phone that is four times slower than this machine. */
const PHONE = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
}
const SLOWER = 4

/** A window on a desk, of the same speed. */
const DESK = { viewport: { width: 1_280, height: 823 } }

interface Seen {
  lcp: number
  cls: number
  blocked: number
}

/**
 * Visits a page for the first time, on a slow phone in this network, and waits until the network is idle; with `toTheEnd`
 * a screen at a time to its end, with `isWide` in a window of a desk.
 */
export async function visit(
  browser: Browser,
  url: string,
  network: Network,
  { toTheEnd = false, isWide = false } = {},
): Promise<Visit> {
  const context = await browser.newContext(isWide ? DESK : PHONE)
  try {
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: network.latency,
      downloadThroughput: (network.down * 1_000) / 8,
      uploadThroughput: (network.up * 1_000) / 8,
    })
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    await page.addInitScript(watchPaints)
    await page.goto(url, { waitUntil: 'networkidle', timeout: 60_000 })
    // Everything can arrive before the first paint.
    await page.waitForFunction(() => (window as unknown as { seen: Seen }).seen.lcp > 0)
    if (toTheEnd) await scrollToTheEnd(page)
    const seen = await page.evaluate(() => (window as unknown as { seen: Seen }).seen)
    const scripts = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter((entry) => /\.m?js$/.test(new URL(entry.name).pathname))
        .map(({ name }) => name),
    )
    const loaded = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter((entry) => new URL(entry.name).pathname.startsWith('/media/'))
        .map((entry) => (entry as PerformanceResourceTiming).encodedBodySize),
    )
    const pictures = { count: loaded.length, bytes: loaded.reduce((sum, size) => sum + size, 0) }
    return { ...seen, scripts: [...new Set(scripts)], pictures }
  } finally {
    await context.close()
  }
}

/** As a reader does: what is loaded when it comes near is there before the next screen. */
async function scrollToTheEnd(page: Page): Promise<void> {
  const isMore = () =>
    page.evaluate(() => window.scrollY + window.innerHeight < document.documentElement.scrollHeight - 1)
  while (await isMore()) {
    await page.evaluate(() => window.scrollBy({ top: window.innerHeight, behavior: 'instant' }))
    await page.waitForLoadState('networkidle')
    await page.waitForFunction(() =>
      [...document.images].every(
        (image) => image.complete || image.getBoundingClientRect().top > window.innerHeight,
      ),
    )
  }
}

/** Runs in the page before anything else: records LCP, CLS and blocking as web.dev defines them. */
function watchPaints(): void {
  const seen: Seen = { lcp: 0, cls: 0, blocked: 0 }
  Object.assign(window, { seen })
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) seen.lcp = startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries() as (PerformanceEntry & {
      value: number
      hadRecentInput: boolean
    })[])
      if (!shift.hadRecentInput) seen.cls += shift.value
  }).observe({ type: 'layout-shift', buffered: true })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.blocked += Math.max(0, duration - 50)
  }).observe({ type: 'longtask', buffered: true })
}
