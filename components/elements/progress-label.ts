const KEY = 'loreleaf-progress'

/** The event dispatched on `window` after the reader has said how far they are. */
export const PROGRESSED = 'loreleaf:progressed'

/** The cookie's value on this device; empty for none. */
export const valueHere = (): string => /(?:^|; ?)loreleaf_progress=([^;]*)/.exec(document.cookie)?.[1] ?? ''

/** How the place is called in short; empty when this device does not know, null when nothing was said. */
export function labelHere(): string | null {
  const value = valueHere()
  if (value === '') return null
  const [of, label = ''] = stored().split('\n')
  return of === value ? label : ''
}

/** Notes how the place of the current value is called. */
export function noteLabel(label: string): void {
  try {
    localStorage.setItem(KEY, `${valueHere()}\n${label}`)
  } catch {
    // No storage: it is called by no name.
  }
}

function stored(): string {
  try {
    return localStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}
