import type { ReactNode } from 'react'
import '@/components/styles/factsheet.css'

/** What is known of an entry, line by line: a label and what it says; lines that say nothing are left out. */
export function Details({ lines }: { lines: [label: string, value: ReactNode][] }) {
  return (
    <dl className="details">
      {lines
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
    </dl>
  )
}
