import type { ReactNode } from 'react'

/** A block of the front page under its heading, with where all of it is. */
export function Section({
  title,
  all,
  children,
}: {
  title: string
  all?: { label: string; path: string }
  children: ReactNode
}) {
  return (
    <section>
      <div className="heading">
        <h2>{title}</h2>
        {all && <a href={all.path}>{all.label}</a>}
      </div>
      {children}
    </section>
  )
}
