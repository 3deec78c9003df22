import { busyDuring } from '../processes'
import { progress } from '../progress'
import { median } from '../statistics'
import { type Load, load } from './load'
import type { Outcome } from './reports'

/** The subject of a load. */
export interface Subject {
  name: string
  url: string
  headers: Record<string, string>
  /** The process whose cores are counted, with its descendants. */
  pid?: number
}

/** The medians of a subject's rounds; `cores` is how many its processes kept busy. */
export type Loaded = Omit<Outcome, 'failed'> & { cores: number }

/**
 * Loads several subjects in turns, so that other activity on the machine affects all of them alike; gives the medians
 * by name. Throws when a subject fails to answer.
 */
export async function inTurns<Name extends string>(
  subjects: readonly (Subject & { name: Name })[],
  { rounds, ...how }: Pick<Load, 'seconds' | 'connections'> & { rounds: number },
): Promise<Record<Name, Loaded>> {
  const outcomes = new Map<Name, Loaded[]>(subjects.map(({ name }) => [name, []]))
  for (const subject of subjects) await once(subject, { ...how, seconds: Math.min(2, how.seconds) })
  for (let round = 1; round <= rounds; round += 1) {
    for (const subject of subjects) outcomes.get(subject.name)?.push(await once(subject, how))
    progress(`round ${round} of ${rounds}: ${said(subjects, outcomes)}`)
  }
  const medians = [...outcomes].map(([name, all]) => [name, mediansOf(all)])
  return Object.fromEntries(medians)
}

async function once(subject: Subject, how: Pick<Load, 'seconds' | 'connections'>): Promise<Loaded> {
  const { url, headers, pid = process.pid } = subject
  const { done, cores } = await busyDuring(pid, () => load({ url, headers, ...how }))
  const { failed, ...outcome } = done
  if (failed > 0) throw new Error(`${subject.name}: ${failed} requests were not answered as they should be`)
  return { ...outcome, cores }
}

const mediansOf = (all: Loaded[]): Loaded => ({
  perSecond: median(all.map(({ perSecond }) => perSecond)),
  p50: median(all.map(({ p50 }) => p50)),
  p99: median(all.map(({ p99 }) => p99)),
  cores: median(all.map(({ cores }) => cores)),
})

const said = <Name extends string>(subjects: readonly { name: Name }[], outcomes: Map<Name, Loaded[]>) =>
  subjects.map(({ name }) => `${name} ${Math.round(outcomes.get(name)?.at(-1)?.perSecond ?? 0)}/s`).join(', ')
