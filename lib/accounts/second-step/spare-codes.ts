import { createHash } from 'node:crypto'
import { newCode, signsOfCode } from '@/lib/accounts/passwords/recovery-code'

/** How many spare codes an account gets at a time. */
const HOW_MANY = 10
/** 16 signs are 80 bits: too many to try, even with the hash at hand. */
const SIGNS = 16

/** The stored hash of a spare code of this account as typed; null for what cannot be one. */
export function hashOfSpareCode(accountId: number, typed: string): string | null {
  const signs = signsOfCode(typed, SIGNS)
  return signs && createHash('sha256').update(`loreleaf spare ${accountId} ${signs}`).digest('base64url')
}

/** Makes new spare codes, which replace a code from the app once each, together with their hashes. */
export function makeSpareCodes(accountId: number): { codes: string[]; hashes: string[] } {
  const codes = Array.from({ length: HOW_MANY }, () => newCode(SIGNS))
  const hashes = codes.flatMap((code) => hashOfSpareCode(accountId, code) ?? [])
  return { codes, hashes }
}
