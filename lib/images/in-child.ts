import { type ChildProcess, execFile, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { setPriority } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createLimiter } from '@/lib/rate-limit/limiter'
import { type AnswerOf, answerOf, type Fault, type Request } from './protocol'

/** What one child may take: milliseconds, and bytes of memory that are its own or shared. */
export interface ChildLimits {
  time: number
  memory: number
}

/** How often its memory is looked at, in milliseconds. */
const LOOK = 100

/** One child at a time in each process; the wait of the last in the queue is a few minutes at worst, and mostly seconds. */
const limiter = createLimiter({ running: 1, waiting: 16, queueTimeout: 120_000 })

/** How often a child is started that is killed from outside. */
const MOST_ATTEMPTS = 2

const FLAGS = ['--max-old-space-size=64', '--max-semi-space-size=1']

/**
 * Has a child process do one task with a picture that somebody sent, and gives its answer. A child that takes too long or
 * too much memory is killed, and one that ends without an answer has met damage. One that the system or somebody else has
 * killed is started once more; the second time the system lacks the memory. Throws `TooBusyError` when too many wait, and
 * the reason of `signal` when that aborts.
 */
export async function inChild<Task extends Request['task']>(
  request: Request & { task: Task },
  limits: ChildLimits,
  options: { signal?: AbortSignal | undefined; program?: Program; temporary: string },
): Promise<AnswerOf[Task] | { ok: false; reason: Fault }> {
  const { signal, program = programOf(), temporary } = options
  async function attempt(): Promise<AnswerOf[Task] | { ok: false; reason: Fault } | 'killed'> {
    signal?.throwIfAborted()
    const child = start(program, temporary)
    let why: Fault | undefined
    const kill = (reason: Fault) => {
      why = reason
      child.kill('SIGKILL')
    }
    const late = setTimeout(() => kill('too_long'), limits.time)
    const abort = () => child.kill('SIGKILL')
    signal?.addEventListener('abort', abort, { once: true })
    const watch = watchMemory(child, limits.memory, () => kill('too_much_memory'))
    try {
      const said = await answerFrom(child, request)
      signal?.throwIfAborted()
      const read = answerOf[request.task].safeParse(said)
      if (read.success) return read.data as AnswerOf[Task]
      if (child.signalCode === 'SIGKILL' && !why) return 'killed'
      return { ok: false, reason: why ?? 'damaged' }
    } finally {
      clearTimeout(late)
      clearInterval(watch)
      signal?.removeEventListener('abort', abort)
      child.kill('SIGKILL')
    }
  }

  return limiter.run(async () => {
    for (let attempts = 0; attempts < MOST_ATTEMPTS; attempts += 1) {
      const answer = await attempt()
      if (answer !== 'killed') return answer
    }
    return { ok: false, reason: 'too_much_memory' }
  })
}

/** How the program is started: its file, and flags of Node before it. */
export interface Program {
  file: string
  flags: readonly string[]
}

/** The built program beside this one; from the sources where this itself runs from them. */
function programOf(): Program {
  const built = join(dirname(fileURLToPath(import.meta.url)), 'decoder.mjs')
  if (existsSync(built)) return { file: built, flags: FLAGS }
  return { file: resolve('scripts/processes/decoder.ts'), flags: [...FLAGS, '--import', 'tsx'] }
}

/** Without any variable of this process: what reads a stranger's bytes has no secret to lose. */
function start({ file, flags }: Program, temporary: string): ChildProcess {
  const env = {
    TMPDIR: temporary,
    MALLOC_ARENA_MAX: '2',
    VIPS_CONCURRENCY: '1',
    NODE_ENV: 'production' as const,
  }
  const child = fork(file, { execArgv: [...flags], env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  try {
    if (child.pid) setPriority(child.pid, 10)
  } catch {
    // It has ended already, or this system has no priorities.
  }
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  child.once('exit', () => process.removeListener('exit', kill))
  return child
}

/** What the child says; nothing when it ends without a word. */
function answerFrom(child: ChildProcess, request: Request): Promise<unknown> {
  return new Promise((resolve) => {
    let said: unknown
    child.once('message', (message) => {
      said = message
    })
    // By then its files are closed, too.
    child.once('exit', () => resolve(said))
    child.once('error', () => resolve(said))
    child.send(request, () => {})
  })
}

function watchMemory(child: ChildProcess, most: number, onTooMuch: () => void): NodeJS.Timeout {
  return setInterval(async () => {
    if (child.exitCode === null && child.pid && (await residentSize(child.pid)) > most) onTooMuch()
  }, LOOK)
}

const PAGE = 4_096

/** How many bytes of memory a process has; 0 when it has ended, or this system does not say. */
async function residentSize(pid: number): Promise<number> {
  try {
    if (process.platform === 'linux') {
      const [, pages] = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ')
      return Number(pages) * PAGE
    }
    const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)])
    return Number(stdout) * 1_024
  } catch {
    return 0
  }
}
