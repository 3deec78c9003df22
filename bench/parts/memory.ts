import { setTimeout as sleep } from 'node:timers/promises'
import { startVisitors } from '../load/visitors'
import type { Part, Run } from '../part'
import { treeOf } from '../processes'
import { progress } from '../progress'
import { atMost, figure, type Row } from '../row'
import { slope } from '../statistics'
import { inFigures } from '../table'
import { type BenchWiki, withWiki } from '../wiki/run'

const EVERY = 2_000
/** The goal in MB a minute: the smallest rise that a run of this length can show. */
const RISE = { usual: 1, soak: 0.25 }

/** The memory of the gateway and its children while all kinds of visitors come concurrently for a while. */
export const memoryPart: Part = {
  name: 'memory',
  minutes: 10,
  measure: (run) => withWiki((wiki) => measured(wiki, run)),
}

interface Sample {
  /** Minutes since the beginning. */
  x: number
  /** MB. */
  y: number
}

async function measured(wiki: BenchWiki, { isSoak, isQuick }: Run): Promise<Row[]> {
  const minutes = isSoak ? 60 : isQuick ? 1 : 10
  const before = treeOf(wiki.pid)
  const visitors = await startVisitors(wiki)
  const began = performance.now()
  const samples: Sample[] = []
  progress(`${minutes} minutes of mixed load`)
  for (let reportedMinutes = 0; ; ) {
    const x = (performance.now() - began) / 60_000
    if (x >= minutes) break
    samples.push({ x, y: treeOf(wiki.pid).rss })
    if (Math.floor(x) > reportedMinutes) {
      reportedMinutes = Math.floor(x)
      progress(`${reportedMinutes} min: ${Math.round(samples.at(-1)?.y ?? 0)} MB, ${visitors.said()}`)
    }
    await sleep(EVERY)
  }
  const { asked, broken } = await visitors.leave()
  const { count } = treeOf(wiki.pid)
  const note = `${count} processes, ${inFigures(before.rss)} MB at the start; ${asked}`
  return [
    ...rowsOf(samples, minutes, note, isSoak),
    figure({ name: 'answers of 500 and more', unit: 'answers', value: broken, goal: atMost(0) }),
  ]
}

function rowsOf(samples: Sample[], minutes: number, note: string, isSoak: boolean): Row[] {
  const late = samples.filter(({ x }) => x >= minutes / 2)
  const limit = isSoak ? RISE.soak : RISE.usual
  const means =
    'least squares over the second half; garbage collection makes smaller rises than the goal invisible'
  return [
    figure({
      ...{
        name: `memory at most, ${minutes} min`,
        unit: 'MB',
        value: Math.max(...samples.map(({ y }) => y)),
      },
      ...{ goal: atMost(512), note },
    }),
    figure({ name: 'its rise', unit: 'MB/min', value: slope(late), goal: atMost(limit), note: means }),
  ]
}
