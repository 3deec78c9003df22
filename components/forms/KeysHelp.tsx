import { inOrder } from '@/components/ui/in-order'
import { messages } from '@/lib/messages/messages'

/** The editor's keyboard shortcuts, collapsed. */
export function KeysHelp() {
  const { keys } = messages()
  return (
    <details className="keys">
      <summary>{keys.title}</summary>
      <dl>
        {inOrder(keys.list).map(({ item: [pressed, what], place }) => (
          <div key={place}>
            <dt>
              <kbd>{pressed}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
