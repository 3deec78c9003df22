import { messages } from '@/lib/messages/messages'

/** Reserves the form's space; visible only when loading takes long. */
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
