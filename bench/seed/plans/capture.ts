import type postgres from 'postgres'

/** A statement as it was sent to the database. */
export interface Sent {
  /** What was running meanwhile. */
  during: string
  text: string
  parameters: unknown[]
}

let during = ''
const sent = new Map<string, Sent>()

/** Clients that are made with these options note what they send. */
export const capturing = {
  debug: (_connection: number, text: string, parameters: unknown[]) => {
    // The same statement with other parameters may be planned otherwise: each thing that is done brings its own.
    if (during) sent.set(`${during}\n${text}`, { during, text, parameters: [...parameters] })
  },
}

/** Runs something, and gives what was sent to the database meanwhile: each statement once, as it was sent last. */
export async function whatIsSent(name: string, work: () => Promise<unknown>): Promise<Sent[]> {
  during = name
  try {
    await work()
  } finally {
    during = ''
  }
  return [...sent.values()].filter((one) => one.during === name)
}

/** A node of a plan as PostgreSQL reports it. */
interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows'?: number
  'Actual Loops'?: number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  'Index Cond'?: string
  'Recheck Cond'?: string
  Filter?: string
  Plans?: PlanNode[]
}

/** What a plan did at one place: how many rows of a table were read there, each time and in all. */
export interface Step {
  node: string
  table: string | null
  index: string | null
  each: number
  all: number
  /** How often it was done, and what was asked of its rows. */
  times: number
  conditions: string
}

/**
 * Runs a reading statement once more, and gives what its plan did, step by step. Nothing that it does stays. It is
 * planned as for tables that are too large to be scanned: small ones would be, whatever indexes they have. `unsorted`
 * keeps it from sorting too.
 */
export async function explain(
  client: postgres.Sql,
  { text, parameters }: Sent,
  { unsorted = false } = {},
): Promise<Step[]> {
  const rolledBack = new Error('rolled back')
  let steps: Step[] = []
  await client
    .begin(async (tx) => {
      await tx`set local enable_seqscan = off`
      await tx`set local enable_hashjoin = off`
      await tx`set local enable_mergejoin = off`
      if (unsorted) await tx`set local enable_sort = off`
      const [row] = await tx.unsafe(
        `explain (analyze, timing off, format json) ${text}`,
        parameters as postgres.ParameterOrJSON<never>[],
      )
      steps = stepsOf(row?.['QUERY PLAN'][0].Plan)
      throw rolledBack
    })
    .catch((error) => {
      if (error !== rolledBack) throw error
    })
  return steps
}

function stepsOf(node: PlanNode): Step[] {
  const loops = node['Actual Loops'] ?? 1
  const touched =
    (node['Actual Rows'] ?? 0) +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0)
  const own = {
    node: node['Node Type'],
    table: node['Relation Name'] ?? null,
    index: node['Index Name'] ?? null,
    each: Math.round(touched),
    all: Math.round(touched * loops),
    times: loops,
    conditions: [node['Index Cond'], node['Recheck Cond'], node.Filter].join(' '),
  }
  return [own, ...(node.Plans ?? []).flatMap(stepsOf)]
}
