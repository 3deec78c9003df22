/**
 * For Node, by process. Left to themselves young objects get 32 MB of place, which nothing here is faster for; a gateway's
 * live for one answer.
 */
export const GATEWAY_FLAGS = ['--max-semi-space-size=4']

/** A page that needs more than this ends its process, which is replaced. */
export const RENDERER_FLAGS = ['--max-old-space-size=256', '--max-semi-space-size=8']

/** A worker does little at once, and waits most of the time. */
export const WORKER_FLAGS = ['--max-old-space-size=128', '--max-semi-space-size=1']

/**
 * For glibc: each thread of a process could have a part of the memory to itself, which is never all used and never
 * given back. Those that press pages do not miss it.
 */
export const FEW_ARENAS = { MALLOC_ARENA_MAX: '2' }
