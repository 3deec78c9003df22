import { headers } from 'next/headers'
import { nonceIn } from '@/lib/framework/headers'

/** The nonce of the response's content security policy (Next reads it from the same header), for inline scripts. */
export async function scriptNonce(): Promise<string | undefined> {
  return nonceIn((await headers()).get('content-security-policy'))
}
