import { createTransport, type Transporter } from 'nodemailer'
import { env } from '@/lib/env'

/** A mail: plain text to one address. */
export interface OutgoingMail {
  subject: string
  text: string
}

const SECONDS = 1_000

// Next's bundle and the gateway load separate copies of this module in one process; one connection at a time is enough
// for both.
const shared = globalThis as typeof globalThis & { __loreleafPost?: { url: string; post: Transporter } }

/** Whether this wiki can send mail. Without it nothing that needs mail is offered. */
export const canSendMail = (): boolean => env.mail !== undefined

/**
 * Sends a mail to one address (of `parseAddress`), under this Message-ID. Throws when no mail server is configured, and
 * when the server refuses it.
 */
export async function sendMail(
  to: string,
  { subject, text }: OutgoingMail,
  messageId: string,
): Promise<void> {
  const mail = env.mail
  if (!mail) throw new Error('no mail is configured')
  const sent = postOf(mail.url).sendMail({
    from: mail.from,
    // As an object, so that it is never parsed as a list of addresses.
    to: { name: '', address: to },
    subject,
    text,
    messageId,
    // Stops automatic replies (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  await sent.catch((error) => {
    throw new Error(`the mail server did not take a mail: ${whatFailed(error)}`)
  })
}

/** A server's answer repeats the recipient: only its codes may be logged. */
function whatFailed(error: unknown): string {
  const { code, responseCode, command } = error as Record<string, unknown>
  return [code, responseCode, command].filter((part) => part !== undefined).join(' ') || 'no reason given'
}

function postOf(url: string): Transporter {
  if (shared.__loreleafPost?.url !== url) {
    const post = createTransport(url, {})
    Object.assign(post.options, {
      connectionTimeout: 15 * SECONDS,
      greetingTimeout: 15 * SECONDS,
      socketTimeout: 60 * SECONDS,
    })
    shared.__loreleafPost = { url, post }
  }
  return shared.__loreleafPost.post
}
