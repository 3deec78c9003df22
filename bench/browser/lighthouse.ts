import { spawnSync } from 'node:child_process'
import { chromium } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from '@/e2e/support/chromium'
import { outputOf } from '../load/output'
import { progress } from '../progress'
import { atLeast, figure, notMeasured, type Row } from '../row'
import { median } from '../statistics'

const GOAL = atLeast(98)
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

interface Report {
  categories: Record<string, { score: number | null }>
}

/**
 * Lighthouse's four scores, with its own phone and network emulation, where it is installed (`npm i -g lighthouse`).
 */
export async function lighthouseRows(url: string, times: number): Promise<Row[]> {
  if (spawnSync('lighthouse', ['--version']).error)
    return [notMeasured('Lighthouse, all four', 'there is no `lighthouse` on this machine', GOAL)]
  const reports: Report[] = []
  for (let time = 0; time < times; time += 1) {
    progress(`Lighthouse, ${time + 1} of ${times}`)
    reports.push(await reportOn(url))
  }
  return CATEGORIES.map((name) => {
    const scores = reports.map(({ categories }) => (categories[name]?.score ?? Number.NaN) * 100)
    return figure({ name: `Lighthouse, ${name}`, unit: 'of 100', value: median(scores), goal: GOAL })
  })
}

async function reportOn(url: string): Promise<Report> {
  const { executablePath = chromium.executablePath(), env = {} } = findChromium()
  const flags = ['--output=json', '--quiet', `--only-categories=${CATEGORIES.join(',')}`]
  const browser = `--chrome-flags=--headless=new ${CHROMIUM_FLAGS.join(' ')}`
  const settings = { ...process.env, ...env, CHROME_PATH: executablePath }
  return JSON.parse(await outputOf('lighthouse', [url, ...flags, browser], settings))
}
