/** The result of a load. Times in milliseconds. */
export interface Outcome {
  perSecond: number
  p50: number
  p99: number
  /** Responses other than 2xx and 3xx, and requests without a response. */
  failed: number
}

const IN_MS: Record<string, number> = { us: 1 / 1_000, ms: 1, s: 1_000, m: 60_000 }

/** Parses the output of `wrk --latency`. Throws when it is not valid. */
export function readWrk(report: string): Outcome {
  const time = (share: string) => {
    const [, digits, unit = ''] = new RegExp(`^ +${share}% +([\\d.]+)(us|ms|s|m)$`, 'm').exec(report) ?? []
    return Number(digits) * (IN_MS[unit] ?? Number.NaN)
  }
  const refused = Number(/Non-2xx or 3xx responses: (\d+)/.exec(report)?.[1] ?? 0)
  const [, ...errors] =
    /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(report) ?? []
  const outcome = {
    perSecond: Number(/^Requests\/sec: +([\d.]+)/m.exec(report)?.[1]),
    p50: time('50'),
    p99: time('99'),
    failed: errors.reduce((sum, count) => sum + Number(count), refused),
  }
  if (Number.isNaN(outcome.perSecond)) throw new Error(`wrk said something else: ${report}`)
  return outcome
}

/** Parses the output of `autocannon --json`. */
export function readAutocannon(report: string): Outcome {
  const { requests, latency, non2xx, errors, timeouts, ...rest } = JSON.parse(report)
  return {
    perSecond: requests.average,
    p50: latency.p50,
    p99: latency.p99,
    // A redirect or a 304 counts as success; autocannon counts it as no 2xx.
    failed: non2xx - (rest['3xx'] ?? 0) + errors + timeouts,
  }
}
