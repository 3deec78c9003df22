/** Whether addresses outside are looked up, and in tests which local server stands for which host. */
export interface OutsideSetting {
  isOff: boolean
  hosts: ReadonlyMap<string, { host: string; port: number }>
}

const STAND_IN = /^([a-z0-9.-]+)=(127\.0\.0\.1):(\d{1,5})$/
const LOCAL = /^(?:localhost|127\.0\.0\.1|\[::1\]|.+\.localhost)$/

/** Reads `LORELEAF_OUTSIDE` and `LORELEAF_OUTSIDE_HOSTS`; hosts for tests are refused where a wiki is public. */
export function readOutside(
  { LORELEAF_OUTSIDE: outside, LORELEAF_OUTSIDE_HOSTS: hosts }: NodeJS.ProcessEnv,
  origin: string | undefined,
): OutsideSetting | { fault: string } {
  if (outside && outside !== 'off')
    return { fault: `LORELEAF_OUTSIDE must be "off" or nothing, not "${outside}".` }
  const found = new Map<string, { host: string; port: number }>()
  for (const one of hosts ? hosts.split(',') : []) {
    const [, name = '', host = '', port] = STAND_IN.exec(one.trim()) ?? []
    if (!name || Number(port) > 65_535)
      return {
        fault: 'LORELEAF_OUTSIDE_HOSTS must be like news.example=127.0.0.1:4000, with commas between.',
      }
    found.set(name, { host, port: Number(port) })
  }
  if (found.size > 0 && origin && !LOCAL.test(new URL(origin).hostname))
    return { fault: 'LORELEAF_OUTSIDE_HOSTS is for tests: a public wiki cannot have it.' }
  return { isOff: outside === 'off', hosts: found }
}
