import { hash, verify } from '@node-rs/argon2'
import { takeTurns } from '@/lib/accounts/turns'
import { codes } from '@/lib/messages/codes'
import type { Message } from '@/lib/messages/message'
import { countGraphemes } from '@/lib/text/graphemes'
import { isStorable } from '@/lib/text/plain'
import { guessability } from './guessability'
import { LEAST_PASSWORD, MOST_PASSWORD } from './limits'

/** At most this many hashes at once: each takes 19 MiB and a core. */
const inTurn = takeTurns(2)

/**
 * Why a password is refused, as a message; null when it is accepted. No rules about kinds of characters (NIST SP
 * 800-63B): it must be long enough and not easily guessed, the account's own name included.
 */
export async function weaknessOf(password: string, name: string): Promise<Message | null> {
  const { accounts } = codes()
  if (countGraphemes(password, LEAST_PASSWORD) < LEAST_PASSWORD)
    return accounts.password.tooShort(LEAST_PASSWORD)
  if (Buffer.byteLength(password) > MOST_PASSWORD) return accounts.password.tooLong(MOST_PASSWORD)
  if (!isStorable(password)) return accounts.password.unreadable
  return guessability(password, name)
}

/** argon2id in PHC form, with the library's own parameters (19 MiB, 2 passes). Passwords compare in NFC. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password.normalize('NFC')))

let nobodys: Promise<string> | undefined

/**
 * Whether this is the password behind the hash. Without a hash the same work is done, so that the time does not tell
 * whether there is such an account.
 */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  if (Buffer.byteLength(password) > MOST_PASSWORD) return isPassword('', null)
  nobodys ??= hashPassword('nobody has this password')
  const compared = passwordHash ?? (await nobodys)
  const matches = await inTurn(() => verify(compared, password.normalize('NFC')))
  return matches && passwordHash !== null
}
