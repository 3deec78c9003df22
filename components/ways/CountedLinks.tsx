/** Links with a figure at the end of each line, in columns. */
export function CountedLinks({ links }: { links: { label: string; path: string; count: string }[] }) {
  return (
    <ul className="counted">
      {links.map(({ label, path, count }) => (
        <li key={path}>
          <a href={path}>
            <span dir="auto">{label}</span>
            <span className="count">{count}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
