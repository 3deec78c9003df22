import { launch } from './launch.mjs'

// Only the result belongs on the standard output.
launch('../bench/main.ts', process.stderr)
