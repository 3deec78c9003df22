import { messages } from '@/lib/messages/messages'

/** Holds the form's place; it shows itself only when the form takes its time. */
export function EditFormLoading() {
  return (
    <div className="edit-loading" role="status">
      <span className="sr-only">{messages().editing.loading}</span>
      <div className="skeleton is-title" />
      <div className="skeleton is-text" />
      <div className="skeleton is-text" />
    </div>
  )
}
