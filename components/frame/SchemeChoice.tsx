import '@/components/elements/tags'
import { messages } from '@/lib/messages/messages'

const choices = ['system', 'light', 'dark'] as const

/** Three buttons, which their element listens to; hidden without JavaScript. */
export function SchemeChoice() {
  const { frame } = messages()
  return (
    <loreleaf-scheme>
      <fieldset className="scheme">
        <legend className="sr-only">{frame.scheme.legend}</legend>
        {choices.map((choice) => (
          <button key={choice} type="button" value={choice} suppressHydrationWarning>
            {frame.scheme[choice]}
          </button>
        ))}
      </fieldset>
    </loreleaf-scheme>
  )
}
