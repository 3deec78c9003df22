import { headers } from 'next/headers'

/** The nonce of the response's content security policy (Next reads it from the same header), for inline scripts. */
export async function scriptNonce(): Promise<string | undefined> {
  const policy = (await headers()).get('content-security-policy') ?? ''
  return /'nonce-([\w+/=-]+)'/.exec(policy)?.[1]
}
