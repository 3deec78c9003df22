import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  to: string[]
  /** Where it is sent back to when it cannot be delivered. */
  returnPath: string
  subject: string
  messageId: string
  /** As they came, each on one line. */
  headers: string
  text: string
  /** Empty where it has none. */
  html: string
}

/** A mail server for tests, on a port of this machine, that keeps what it receives. */
export async function startMailbox() {
  const received: ReceivedMail[] = []
  /** What the server answers instead, by recipient: `550 5.1.1 nobody`. */
  const refusals = new Map<string, string>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, answer) => {
      const [code, ...words] = refusals.get(address)?.split(' ') ?? []
      answer(
        code === undefined ? null : Object.assign(new Error(words.join(' ')), { responseCode: Number(code) }),
      )
    },
    onData: (stream, { envelope }, taken) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address)
        const returnPath = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        void read(Buffer.concat(chunks)).then((mail) => {
          received.push({ to, returnPath, ...mail })
          taken()
        }, taken)
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    refusals,
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
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}

/** The address in a mail that leads to this path, or below it. */
export function linkIn(mail: ReceivedMail, path: string): string {
  const isThere = ({ pathname }: URL) =>
    pathname === path || (path.endsWith('/') && pathname.startsWith(path))
  const link = mail.text.match(/https?:\/\/\S+/g)?.find((address) => isThere(new URL(address)))
  if (!link) throw new Error(`no link to ${path} in: ${mail.text}`)
  return link
}

async function read(raw: Buffer): Promise<Omit<ReceivedMail, 'to' | 'returnPath'>> {
  const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true })
  const [headers = ''] = raw.toString('utf8').split('\r\n\r\n', 1)
  return {
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? '',
    headers: headers.replace(/\r\n[ \t]+/g, ' '),
    text: mail.text ?? '',
    html: mail.html || '',
  }
}
