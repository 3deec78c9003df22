import { setTimeout as sleep } from 'node:timers/promises'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { findOperatingFigures, type OperatingFigures } from '@/db/metrics/operating-figures'
import { primary } from '@/db/postgres/client'
import { currentSchema } from '@/db/postgres/migrations'
import { logError } from '@/lib/log'
import packageJson from '@/package.json' with { type: 'json' }

/** The parts of the gateway that are measured, by name; read at each request for the metrics. */
export interface Watched {
  limiters: Record<string, () => { running: number; waiting: number }>
  memories: Record<string, () => { bytes: number; pages: number }>
  renderers: () => { ready: number; deaths: number }
  streams: () => number
  listener: { isAlive: () => boolean; status: () => { lastEvent: number; sinceHeartbeat: number } }
}

/** Upper bounds in seconds, from renders that feel immediate up to the deadline. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** How long the database may take to answer, in milliseconds. */
const QUERY_TIMEOUT = 3_000

export type Metrics = ReturnType<typeof createMetrics>

/**
 * Counts what the gateway does and gives it, with figures of the process and the database, in the text format of
 * Prometheus (https://prometheus.io/docs/instrumenting/exposition_formats/). No value names a person or a page.
 */
export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const gauge = <T extends string = never>(name: string, help: string, labelNames: T[] = []) =>
    new Gauge({ name: `loreleaf_${name}`, help, labelNames, registers })

  gauge('info', 'The release, and the schema that it knows', ['version', 'schema'])
    .labels(packageJson.version, currentSchema.name)
    .set(1)
  const answers = new Counter({
    name: 'loreleaf_answers_total',
    help: 'Answers, by the kind of route and the status',
    labelNames: ['route', 'status'],
    registers,
  })
  const looks = new Counter({
    name: 'loreleaf_shared_pages_total',
    help: 'Shared pages asked for: from memory (hit), rendered (miss), and shown old because a render failed (old); by readers who have said how far they are (progress), and others',
    labelNames: ['met', 'progress'],
    registers,
  })
  const renders = new Histogram({
    name: 'loreleaf_render_seconds',
    help: 'How long renders of shared pages took',
    buckets: BUCKETS,
    registers,
  })
  const running = gauge('running', 'Requests that a limiter has let in', ['gate'])
  const waiting = gauge('waiting', 'Requests that wait for their turn at a limiter', ['gate'])
  const bytes = gauge('memory_bytes', 'Bytes remembered', ['memory'])
  const pages = gauge('memory_pages', 'Pages remembered', ['memory'])
  const ready = gauge('renderers_ready', 'Processes that stand ready to render')
  const deaths = gauge(
    'renderers_lost',
    'Processes that ended by themselves and were replaced, since the start',
  )
  const streams = gauge('streams', 'Streams that stand open, on which signed-in people hear of changes')
  const isListening = gauge('changes_heard', '1 while changes are received, 0 without a heartbeat')
  const sinceHeartbeat = gauge('changes_silence_seconds', 'Since the last heartbeat of the database')
  const behind = gauge('changes_behind', 'Cache events that were committed and not yet received')
  const isUp = gauge('database_up', '1 when the database answered')
  const connections = gauge('database_connections', 'Connections to the database, by what they do', ['state'])
  const submissions = gauge('submissions_waiting', 'Submissions that wait for review')
  const reports = gauge('reports_open', 'Reports that nobody has closed')
  const jobs = {
    queued: gauge('jobs_queued', 'Jobs that are to be done, by their task', ['task']),
    retried: gauge('jobs_retried', 'Those among them that failed at least once', ['task']),
    failed: gauge('jobs_failed', 'Jobs that were given up', ['task']),
    oldest: gauge('jobs_oldest_seconds', 'For how long the oldest job has been due', ['task']),
  }
  const workers = gauge('workers', 'Processes that do jobs')
  const publishes = new Counter({
    name: 'loreleaf_publishes_total',
    help: 'Edits published, ever',
    registers,
  })

  // Counted thousands of times a second, so passed to the registry only when the metrics are read.
  const answered = new Map<string, number[]>()
  const looked = { yes: { hit: 0, miss: 0, old: 0 }, no: { hit: 0, miss: 0, old: 0 } }

  function tell(): void {
    answers.reset()
    for (const [route, statuses] of answered)
      for (const [status, count] of Object.entries(statuses)) answers.labels(route, status).inc(count)
    looks.reset()
    for (const [progress, counts] of Object.entries(looked))
      for (const [met, count] of Object.entries(counts)) looks.labels(met, progress).inc(count)
  }

  function look({ limiters, memories, renderers, streams: open, listener }: Watched): void {
    for (const [name, load] of Object.entries(limiters)) {
      running.set({ gate: name }, load().running)
      waiting.set({ gate: name }, load().waiting)
    }
    for (const [name, size] of Object.entries(memories)) {
      bytes.set({ memory: name }, size().bytes)
      pages.set({ memory: name }, size().pages)
    }
    ready.set(renderers().ready)
    deaths.set(renderers().deaths)
    streams.set(open())
    isListening.set(listener.isAlive() ? 1 : 0)
    sinceHeartbeat.set(listener.status().sinceHeartbeat)
  }

  function note(operation: OperatingFigures, { listener }: Watched): void {
    publishes.reset()
    publishes.inc(operation.publishes)
    submissions.set(operation.waitingSubmissions)
    reports.set(operation.openReports)
    behind.set(Math.max(0, operation.newestEvent - listener.status().lastEvent))
    workers.set(operation.workers)
    for (const [figure, told] of Object.entries(jobs)) {
      told.reset()
      for (const count of operation.jobs) told.set({ task: count.task }, count[figure as keyof typeof jobs])
    }
    connections.reset()
    for (const { state, count } of operation.connections) connections.set({ state }, count)
  }

  return {
    contentType: registry.contentType,
    answered(route: string, status: number): void {
      const ofRoute = answered.get(route) ?? []
      answered.set(route, ofRoute)
      ofRoute[status] = (ofRoute[status] ?? 0) + 1
    },
    looked(met: 'hit' | 'miss' | 'old', hasProgress: boolean): void {
      looked[hasProgress ? 'yes' : 'no'][met] += 1
    },
    rendered: (seconds: number) => renders.observe(seconds),

    /** All current figures. While the database is down, its figures are the last ones, and `database_up` is 0. */
    async text(watched: Watched): Promise<string> {
      const operation = await askedDatabase()
      isUp.set(operation ? 1 : 0)
      tell()
      look(watched)
      if (operation) note(operation, watched)
      return registry.metrics()
    },
  }
}

async function askedDatabase(): Promise<OperatingFigures | undefined> {
  const asked = findOperatingFigures(primary()).catch((error) => logError(error, { during: 'metrics' }))
  return (await Promise.race([asked, sleep(QUERY_TIMEOUT, undefined, { ref: false })])) ?? undefined
}
