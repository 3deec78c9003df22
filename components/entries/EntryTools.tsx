import type { ReactNode } from 'react'
import { messages } from '@/lib/messages/messages'
import { entryTools, type ToolsOf } from '@/lib/moderation/tools'
import { paths } from '@/lib/routes'
import { ModeratorTools } from './ModeratorTools'

/**
 * Links at the foot of every entry. Those for everybody are listed in `lib/moderation/tools.ts`;
 * `children` are further `<li>`s for some readers (`data-for`).
 */
export function EntryTools({ entry, children }: { entry: ToolsOf; children?: ReactNode }) {
  return (
    <nav className="entry-tools" aria-label={messages().reading.tools.label}>
      <ul>
        <li>
          <a href={paths.watchEntry(entry.id)} rel="nofollow" data-watch={`entry ${entry.id}`}>
            {messages().watching.watch}
          </a>
        </li>
        {entryTools(entry).map(({ label, path }) => (
          <li key={path}>
            <a href={path}>{label}</a>
          </li>
        ))}
        {children}
        <ModeratorTools id={entry.id} kind={entry.kind} />
      </ul>
    </nav>
  )
}
