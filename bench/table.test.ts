import { describe, expect, it } from 'vitest'
import { atLeast, atMost, figure, notMeasured } from './row'
import { inFigures, tableOf } from './table'

describe('the table', () => {
  const slow = figure({
    name: 'hot page',
    unit: 'requests/s',
    value: 12_345.6,
    baseline: { name: 'bare', value: 20_000 },
    goal: atLeast(0.8, 'ratio'),
    note: 'the machine was busy',
  })
  const quick = figure({ name: 'cold page', unit: 'ms', value: 12.34, goal: atMost(30) })
  const absent = notMeasured('proxy', 'there is no nginx', atMost(1_000))
  const table = tableOf([slow, quick, absent])

  it('says what was measured, against what, and by how much it is missed', () => {
    const line = table.split('\n').find((one) => one.includes('hot page'))
    expect(line).toMatch(
      /12,346 requests\/s +20,000 requests\/s \(bare\) +0\.62 × +≥ 0\.8 × +MISSED by 22\.8 %/,
    )
  })

  it('does not call good what nobody measured', () => {
    expect(table).toMatch(/proxy \[2\] +– +≤ 1,000 +unknown/)
    expect(table).toContain('3 goals: 1 met, 1 missed, 1 unknown')
  })

  it('puts notes below, once each', () => {
    expect(tableOf([slow, slow]).match(/the machine was busy/g)).toHaveLength(1)
  })

  it('writes figures as precisely as one run can tell', () => {
    expect([18_234.5, 12.34, 0.8123].map(inFigures)).toEqual(['18,235', '12.3', '0.81'])
  })
})
