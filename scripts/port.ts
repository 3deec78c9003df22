import { createServer } from 'node:net'
import { PlainError } from './plain-error'

/** Throws a sentence when this port is not free. */
export async function ensurePortIsFree(port: number): Promise<void> {
  const problem = await new Promise<string | undefined>((resolve) => {
    const server = createServer().once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code ?? error.message),
    )
    server.listen(port, () => server.close(() => resolve(undefined)))
  })
  if (problem === 'EADDRINUSE') throw new PlainError(`Port ${port} is taken: set PORT to a free one.`)
  if (problem) throw new PlainError(`Port ${port} cannot be used (${problem}): set PORT to another one.`)
}
