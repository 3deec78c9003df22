import { messages } from '@/lib/messages/messages'
import type { SimilarFact } from '@/lib/search/similar-facts'
import { SimilarFactView } from './SimilarFactView'
import '@/components/styles/alike.css'

/** Tells who decides about a new fact which facts say much the same. */
export function SimilarToCase({ similar }: { similar: readonly SimilarFact[] }) {
  const { review } = messages()
  if (similar.length === 0) return null
  return (
    <section className="alike" aria-label={review.similar.title}>
      <h2>{review.similar.title}</h2>
      <p className="quiet">{review.similar.hint}</p>
      {similar.map((fact) => (
        <SimilarFactView key={fact.id} fact={fact} />
      ))}
    </section>
  )
}
