import { SMTPServer } from 'smtp-server'

/** A mail server that counts what it receives, and keeps nothing. */
export async function openMailSink() {
  let received = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _, taken) => {
      stream.resume()
      stream.on('end', () => {
        received += 1
        taken()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received: () => received,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}
