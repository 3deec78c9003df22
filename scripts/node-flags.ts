/**
 * For Node, by process. Left to themselves young objects get 32 MB of place, which nothing here is faster for; a door's
 * live for one answer.
 */
export const DOOR_FLAGS = ['--max-semi-space-size=4']

/** A page that needs more than this ends its process, which is replaced. */
export const RENDERER_FLAGS = ['--max-old-space-size=256', '--max-semi-space-size=8']
