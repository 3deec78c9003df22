import { useEffect, useRef, useState } from 'react'
import { Field, type FieldProps } from './Field'

interface Props extends FieldProps {
  name: string
  zones: string[]
  chosen: string
  /** Whether nobody has chosen yet: then the browser's own zone is proposed. */
  isOpen: boolean
}

/** The time zone that the browser is in. */
const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** Sends along the time zone that the browser is in; nothing where scripts do not run. */
export function ZoneHere({ name }: { name: string }) {
  const [zone, setZone] = useState('')
  useEffect(() => setZone(zoneHere()), [])
  return <input type="hidden" name={name} value={zone} />
}

/** A choice among time zones. */
export function ZoneField({ name, zones, chosen, isOpen, ...field }: Props) {
  const select = useRef<HTMLSelectElement>(null)
  useEffect(() => {
    const here = zoneHere()
    if (isOpen && select.current && zones.includes(here)) select.current.value = here
  }, [isOpen, zones])
  return (
    <Field {...field}>
      {(ties) => (
        <select {...ties} ref={select} name={name} defaultValue={chosen}>
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
