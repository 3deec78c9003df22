import { markAddressRefused } from '@/db/accounts/credentials'
import { primary } from '@/db/postgres/client'
import { logError } from '@/lib/log'
import { AddressRefusedError, type OutgoingMail, sendMail } from './send-mail'

/**
 * Sends a mail under this Message-ID. When the server refuses the address for good, that is noted, so that no news is sent
 * there any more, and the mail is done with. Throws when the server does not take it for another reason: then it is to be
 * tried again.
 */
export async function deliver(to: string, mail: OutgoingMail, messageId: string): Promise<void> {
  try {
    await sendMail(to, mail, messageId)
  } catch (error) {
    if (!(error instanceof AddressRefusedError)) throw error
    logError(error, { mail: messageId })
    await markAddressRefused(primary(), to)
  }
}
