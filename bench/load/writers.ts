import { median } from '../statistics'

/** One writer: saves once, and resolves when that is done. */
export type Writer = () => Promise<void>

/** The result of some writers who each saved repeatedly. `p50` in milliseconds. */
export interface Written {
  p50: number
  perSecond: number
}

/** Lets all of them save concurrently, each so many times in sequence. Throws when a save fails. */
export async function write(writers: readonly Writer[], times: number): Promise<Written> {
  const took: number[] = []
  const began = performance.now()
  await Promise.all(
    writers.map(async (save) => {
      for (let time = 0; time < times; time += 1) {
        const asked = performance.now()
        await save()
        took.push(performance.now() - asked)
      }
    }),
  )
  return { p50: median(took), perSecond: took.length / ((performance.now() - began) / 1_000) }
}

/** Lets several kinds of writers save in turns, round after round, and gives the medians of the rounds. */
export async function writeInTurns<Name extends string>(
  kinds: Record<Name, readonly Writer[]>,
  { rounds, times }: { rounds: number; times: number },
): Promise<Record<Name, Written>> {
  const names = Object.keys(kinds) as Name[]
  const all = new Map<Name, Written[]>(names.map((name) => [name, []]))
  // The first round only warms up.
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const written = await write(kinds[name], times)
      if (round > 0) all.get(name)?.push(written)
    }
  }
  const middle = (name: Name, of: keyof Written) => median((all.get(name) ?? []).map((one) => one[of]))
  const medians = names.map((name) => [
    name,
    { p50: middle(name, 'p50'), perSecond: middle(name, 'perSecond') },
  ])
  return Object.fromEntries(medians)
}
