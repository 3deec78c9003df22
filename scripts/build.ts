import { command } from './plain-error'
import { buildEverything } from './production-build'

command(buildEverything)
