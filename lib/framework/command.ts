/** Next's own command, for Node, from the root of the project: `build FOLDER`, `start FOLDER --port PORT`. */
export const COMMAND = 'node_modules/next/dist/bin/next'

/** Keeps Next from sending anything about its use to its makers. */
export const NO_TELEMETRY = { NEXT_TELEMETRY_DISABLED: '1' }

/** The environment of every process that builds with Next or serves a build. */
export const IN_PRODUCTION = { NODE_ENV: 'production', ...NO_TELEMETRY } as const
