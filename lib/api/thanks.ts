import { messages } from '@/lib/messages/messages'
import { thankSchema } from '@/lib/revisions/thanks/schema'
import { thank } from '@/lib/revisions/thanks/thank'
import { paths } from '@/lib/routes'
import { answerPlainForm } from './plain-form'

/** Answers a plain form that thanks for an edit. Goes on to the page that says so; a visitor signs in first. */
export const answerThanks = (request: Request): Promise<Response> =>
  answerPlainForm(request, messages().thanks.odd, {
    next: ({ revisionId }) =>
      /^[1-9]\d{0,8}$/.test(revisionId ?? '') ? paths.thank(Number(revisionId)) : paths.recent(),
    act: (form, actor, clientInfo) => {
      const asked = thankSchema.safeParse(form)
      return asked.success ? thank(actor, asked.data, clientInfo) : null
    },
  })
