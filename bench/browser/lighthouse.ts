import { spawnSync } from 'node:child_process'
import { chromium } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from '@/e2e/support/chromium'
import { outputOf } from '../load/output'
import { progress } from '../progress'
import { atLeast, figure, notMeasured, type Row } from '../row'
import { median } from '../statistics'

const GOAL = atLeast(100)
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

interface Report {
  categories: Record<string, { score: number | null }>
}

/** A page to be judged; `isLeftOut` when it asks search engines to leave it out, which costs it that score. */
export interface LighthousePage {
  name: string
  url: string
  isLeftOut?: boolean
}

/**
 * The lowest of Lighthouse's four scores on each page, the median of `times` runs with its own phone and network
 * emulation, where it is installed (`npm i -g lighthouse`).
 */
export async function lighthouseRows(pages: LighthousePage[], times: number): Promise<Row[]> {
  if (spawnSync('lighthouse', ['--version']).error)
    return [notMeasured('Lighthouse, all four', 'there is no `lighthouse` on this machine', GOAL)]
  const rows: Row[] = []
  for (const page of pages) rows.push(await rowOf(page, times))
  return rows
}

async function rowOf({ name, url, isLeftOut }: LighthousePage, times: number): Promise<Row> {
  const reports: Report[] = []
  for (let time = 0; time < times; time += 1) {
    progress(`Lighthouse, ${name}, ${time + 1} of ${times}`)
    reports.push(await reportOn(url))
  }
  const judged = CATEGORIES.filter((category) => !(isLeftOut && category === 'seo'))
  const scores = judged.map((category) =>
    median(reports.map(({ categories }) => (categories[category]?.score ?? Number.NaN) * 100)),
  )
  const note = judged.map((category, at) => `${category} ${scores[at]}`).join(', ')
  return figure({ name: `Lighthouse, ${name}`, unit: 'of 100', value: Math.min(...scores), goal: GOAL, note })
}

async function reportOn(url: string): Promise<Report> {
  const { executablePath = chromium.executablePath(), env = {} } = findChromium()
  const flags = ['--output=json', '--quiet', `--only-categories=${CATEGORIES.join(',')}`]
  const browser = `--chrome-flags=--headless=new ${CHROMIUM_FLAGS.join(' ')}`
  const settings = { ...process.env, ...env, CHROME_PATH: executablePath }
  return JSON.parse(await outputOf('lighthouse', [url, ...flags, browser], settings))
}
