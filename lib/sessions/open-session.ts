import { insertSession } from '@/db/accounts/sessions'
import { primary } from '@/db/postgres/client'
import { idOfSecret, newSecret } from '@/lib/secret'
import { SESSION_DAYS } from './cookies'

const MOST_USER_AGENT = 300

/** Opens a session of an account and gives its secret, which belongs in the signed cookie and nowhere else. */
export async function openSession(accountId: number, userAgent: string | null): Promise<string> {
  const secret = newSecret()
  await insertSession(primary(), {
    id: idOfSecret(secret),
    accountId,
    userAgent: userAgent?.slice(0, MOST_USER_AGENT) ?? null,
    days: SESSION_DAYS,
  })
  return secret
}
