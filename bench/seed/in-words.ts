import type { Seeded } from './seed-wiki'

const count = (value: number) => Math.round(value).toLocaleString('en')
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

/** What was made and what it takes, as a table. */
export function inWords({ measured, costs, seconds }: Seeded): string {
  const total = measured.reduce((sum, one) => sum + one.heap + one.indexes, 0)
  const rows = measured.reduce((sum, one) => sum + one.rows, 0)
  const lines = measured.map((one) =>
    [
      one.table.padEnd(18),
      count(one.rows).padStart(11),
      megabytes(one.heap).padStart(11),
      megabytes(one.indexes).padStart(11),
      count((one.heap + one.indexes) / one.rows).padStart(9),
    ].join(' '),
  )
  const { page, fact, source, revision } = costs
  return [
    `${'table'.padEnd(18)} ${'rows'.padStart(11)} ${'rows take'.padStart(11)} ${'indexes'.padStart(11)} ${'bytes/row'.padStart(9)}`,
    ...lines,
    `${count(rows)} rows, ${megabytes(total)}, in ${count(seconds)} s: ${count(rows / seconds)} rows/s`,
    'One more of each takes, with its indexes, in bytes:',
    `a page ${count(page)}, a fact ${count(fact)}, a source ${count(source)};`,
    `its revision on top: of a page ${count(revision.page)}, of a fact ${count(revision.fact)}, of a source ${count(revision.source)}`,
  ].join('\n')
}
