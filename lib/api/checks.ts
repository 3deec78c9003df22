import { sayCheck, takeBackCheck } from '@/lib/facts/checks/say'
import { sayCheckSchema, takeBackSchema } from '@/lib/facts/checks/schema'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { answerPlainForm } from './plain-form'

type Form = Partial<Record<string, string>>

/** Answers a plain form that says what a source says, and goes on to the fact. */
export const answerCheck = (request: Request): Promise<Response> =>
  answerPlainForm(request, messages().checks.odd, {
    next: onToFact,
    act: (form, actor, clientInfo) => {
      const asked = sayCheckSchema.safeParse(form)
      return asked.success ? sayCheck(actor, asked.data, clientInfo) : null
    },
  })

/** Answers a plain form that takes that back. */
export const answerTakeBack = (request: Request): Promise<Response> =>
  answerPlainForm(request, messages().checks.odd, {
    next: onToFact,
    act: (form, actor, clientInfo) => {
      const asked = takeBackSchema.safeParse(form)
      return asked.success ? takeBackCheck(actor, asked.data, clientInfo) : null
    },
  })

const onToFact = ({ fact }: Form) =>
  /^[1-9]\d{0,8}$/.test(fact ?? '') ? paths.fact(Number(fact)) : paths.facts()
