import { outputOf } from './output'

/** So many requests a second, evenly, however long the responses take. */
export interface Paced {
  url: string
  perSecond: number
  seconds: number
  headers: Record<string, string>
  /** Headers of different people besides, who ask in turns. */
  people?: Record<string, string>[]
}

/** Times in milliseconds, from when each request was due. */
export interface PacedOutcome {
  p50: number
  p99: number
  failed: number
}

/** Runs a paced load in a process of its own. */
export async function paced(asked: Paced): Promise<PacedOutcome> {
  const flags = ['--import', 'tsx', 'bench/load/paced.process.ts', JSON.stringify(asked)]
  return JSON.parse(await outputOf(process.execPath, flags))
}
