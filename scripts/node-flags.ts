/**
 * Node's flags, by process. By default young objects get 32 MB, which makes nothing here faster; a gateway's objects
 * live for one response.
 */
export const GATEWAY_FLAGS = ['--max-semi-space-size=4']

/** A page that needs more than this ends its process, which is replaced. */
export const RENDERER_FLAGS = ['--max-old-space-size=256', '--max-semi-space-size=8']

/** A worker does little concurrently, and mostly waits. */
export const WORKER_FLAGS = ['--max-old-space-size=128', '--max-semi-space-size=1']

/**
 * For glibc: by default each thread of a process can have its own arena, which is never fully used and never returned.
 * Compressing threads do not need it.
 */
export const FEW_ARENAS = { MALLOC_ARENA_MAX: '2' }
