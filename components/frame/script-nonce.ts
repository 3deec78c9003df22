import { headers } from 'next/headers'

/** The nonce that the answer's policy names (Next reads it from the same header), for a script within the page. */
export async function scriptNonce(): Promise<string | undefined> {
  const policy = (await headers()).get('content-security-policy') ?? ''
  return /'nonce-([\w+/=-]+)'/.exec(policy)?.[1]
}
