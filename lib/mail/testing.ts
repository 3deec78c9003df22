import { createServer, type Socket } from 'node:net'

export interface ReceivedMail {
  to: string[]
  subject: string
  headers: string
  text: string
}

/**
 * A mail server for tests that keeps what it receives, on a port of this machine; speaks as much of RFC 5321 as a
 * sender needs.
 */
export async function startMailbox() {
  const received: ReceivedMail[] = []
  const server = createServer((socket) => converse(socket, (mail) => received.push(mail)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    /** Waits for the newest mail to an address, and removes all that were sent to it. */
    async next(to: string, within = 20_000): Promise<ReceivedMail> {
      const end = Date.now() + within
      for (;;) {
        const found = received.findLast((mail) => mail.to.includes(to))
        if (found) {
          received.splice(0, received.length, ...received.filter((mail) => !mail.to.includes(to)))
          return found
        }
        if (Date.now() > end) throw new Error(`no mail to ${to} came`)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** The address in a mail that leads to this path. */
export function linkIn(mail: ReceivedMail, path: string): string {
  const link = mail.text.match(/https?:\/\/\S+/g)?.find((address) => new URL(address).pathname === path)
  if (!link) throw new Error(`no link to ${path} in: ${mail.text}`)
  return link
}

function converse(socket: Socket, deliver: (mail: ReceivedMail) => void): void {
  let to: string[] = []
  let data: string | null = null
  let rest = ''
  const say = (line: string) => void socket.write(`${line}\r\n`)
  const hear = (line: string) => {
    if (data !== null && line !== '.') {
      data += `${line.replace(/^\./, '')}\r\n`
      return
    }
    if (data !== null) {
      deliver(read(to, data))
      to = []
      data = null
      return say('250 kept')
    }
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'RCPT') to.push(/<([^>]*)>/.exec(line)?.[1] ?? '')
    if (verb === 'DATA') data = ''
    if (verb === 'QUIT') return void socket.end('221 bye\r\n')
    say(verb === 'DATA' ? '354 go on' : '250 ok')
  }
  socket.on('error', () => {})
  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString('utf8')).split('\r\n')
    rest = lines.pop() ?? ''
    lines.forEach(hear)
  })
  say('220 mailbox')
}

function read(to: string[], data: string): ReceivedMail {
  const end = data.indexOf('\r\n\r\n')
  const headers = data.slice(0, end).replace(/\r\n[ \t]+/g, ' ')
  const body = data.slice(end + 4)
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1]?.trim() ?? ''
  const encoding = header('content-transfer-encoding').toLowerCase()
  const text =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString('utf8')
      : encoding === 'quoted-printable'
        ? quotedPrintable(body)
        : body
  return { to, headers, subject: header('subject'), text }
}

function quotedPrintable(body: string): string {
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
