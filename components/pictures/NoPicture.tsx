import { messages } from '@/lib/messages/messages'
import '@/components/styles/pictures.css'

/** In the place of a picture that was deleted, hidden or erased. */
export const NoPicture = () => <p className="no-picture">{messages().files.gone}</p>
