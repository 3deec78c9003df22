import { messages } from '@/lib/messages/messages'

/** Says that a thread is settled. */
export const SettledMark = () => <b className="settled-mark">{messages().talk.settled}</b>
