import http from 'node:http'
import { percentile } from '../statistics'
import type { Paced, PacedOutcome } from './paced'

/**
 * Sends requests at a steady rate, whether or not the responses keep up, and measures each one's time from when it
 * should have been sent: so a server that stalls cannot hide the requests that it kept waiting.
 */
const { url, perSecond, seconds, headers, people = [{}] } = JSON.parse(process.argv[2] ?? '') as Paced
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })
const times: number[] = []
let failed = 0
let open = 0

function ask(due: number): void {
  open += 1
  const own = people[asked % people.length]
  const done = (isGood: boolean) => {
    open -= 1
    if (isGood) times.push(performance.now() - due)
    else failed += 1
    if (open === 0 && asked === total) tell()
  }
  http
    .get(url, { agent, headers: { ...headers, ...own } }, (response) => {
      response.resume()
      response.once('end', () => done(response.statusCode === 200))
      response.once('error', () => done(false))
    })
    .once('error', () => done(false))
}

function tell(): void {
  const outcome: PacedOutcome = { p50: percentile(times, 0.5), p99: percentile(times, 0.99), failed }
  process.stdout.write(JSON.stringify(outcome), () => process.exit())
}

const total = perSecond * seconds
const began = performance.now()
let asked = 0
const pace = setInterval(() => {
  const due = Math.min(total, Math.floor(((performance.now() - began) / 1_000) * perSecond))
  while (asked < due) {
    asked += 1
    ask(began + (asked * 1_000) / perSecond)
  }
  if (asked === total) clearInterval(pace)
}, 1)
