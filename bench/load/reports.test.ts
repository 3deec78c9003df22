import { describe, expect, it } from 'vitest'
import { readAutocannon, readWrk } from './reports'

const WRK = `Running 5s test @ http://127.0.0.1:3000/wiki/Heartstopper
  1 threads and 8 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency   514.83us  237.62us   9.01ms   93.02%
    Req/Sec    15.66k     1.11k   17.02k    80.39%
  Latency Distribution
     50%  474.00us
     75%  540.00us
     90%  642.00us
     99%    1.47ms
  79462 requests in 5.10s, 1.10GB read
Requests/sec:  15580.57
Transfer/sec:    220.93MB
`

describe('what the load generators say', () => {
  it('wrk tells requests a second and times in several units', () => {
    expect(readWrk(WRK)).toEqual({ perSecond: 15_580.57, p50: expect.closeTo(0.474), p99: 1.47, failed: 0 })
  })

  it('wrk tells of answers that were none', () => {
    const broken = `${WRK}  Socket errors: connect 0, read 2, write 0, timeout 3\n  Non-2xx or 3xx responses: 17\n`
    expect(readWrk(broken).failed).toBe(22)
  })

  it('a report that is none is not read as zero', () => {
    expect(() => readWrk('unable to connect to 127.0.0.1:1')).toThrow('unable to connect')
  })

  it('autocannon tells the same', () => {
    const report = {
      requests: { average: 8_123.2 },
      latency: { p50: 0, p99: 2 },
      ...{ non2xx: 3, '3xx': 1, errors: 1, timeouts: 0 },
    }
    expect(readAutocannon(JSON.stringify(report))).toEqual({ perSecond: 8_123.2, p50: 0, p99: 2, failed: 3 })
  })
})
