import { createTransport, type Transporter } from 'nodemailer'
import { env } from '@/lib/env'

/** A mail to one address: plain text, and the same as HTML where it has that. */
export interface OutgoingMail {
  subject: string
  text: string
  html?: string
  /** Where one request ends mails like this one (RFC 8058). */
  unsubscribe?: string
  /** Where mail that cannot be delivered is sent back to; by default to the sender. */
  returnPath?: string | undefined
}

/** The mail server says for good that nothing can be delivered to the address. */
export class AddressRefusedError extends Error {}

const SECONDS = 1_000

// Next's bundle and the gateway load separate copies of this module in one process; one connection at a time is enough
// for both.
const shared = globalThis as typeof globalThis & { __loreleafPost?: { url: string; post: Transporter } }

/** Whether this wiki can send mail. Without it nothing that needs mail is offered. */
export const canSendMail = (): boolean => env.mail !== undefined

/**
 * Sends a mail to one address (of `parseAddress`), under this Message-ID. Throws when no mail server is configured, and
 * when the server does not take it: an `AddressRefusedError` when that is for good, and because of the address.
 */
export async function sendMail(
  to: string,
  { subject, text, html, unsubscribe, returnPath }: OutgoingMail,
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
    ...(html !== undefined && { html }),
    ...(returnPath !== undefined && { envelope: { from: returnPath, to } }),
    messageId,
    headers: {
      // Stops automatic replies (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribe !== undefined && {
        'List-Unsubscribe': `<${unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  await sent.catch((error) => {
    const said = `the mail server did not take a mail: ${whatFailed(error)}`
    throw isOfTheAddress(error) ? new AddressRefusedError(said) : new Error(said)
  })
}

/**
 * Whether a server refuses a recipient for good: with 5xx to `RCPT` or to the message (RFC 5321 §4.2.1). A refusal for
 * reasons of policy (5.7.x, RFC 3463 §3.8) is about the wiki or its server, and says nothing of the address.
 */
function isOfTheAddress(error: unknown): boolean {
  const { responseCode, command, response } = error as Record<string, unknown>
  const isForGood = typeof responseCode === 'number' && responseCode >= 500 && responseCode < 600
  if (!isForGood || !['RCPT TO', 'DATA'].includes(String(command))) return false
  return !/^5\d\d[ -]5\.7\./.test(String(response))
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
