/** Links to pages by their titles, one below the other. */
export function TitleList({ pages }: { pages: readonly { label: string; path: string }[] }) {
  return (
    <ul className="titles">
      {pages.map(({ label, path }) => (
        <li key={path}>
          <a href={path} dir="auto">
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}
