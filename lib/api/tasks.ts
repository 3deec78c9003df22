import { sayCheck, takeBackCheck } from '@/lib/facts/checks/say'
import { sayCheckSchema, takeBackSchema } from '@/lib/facts/checks/schema'
import { messages } from '@/lib/messages/messages'
import type { Answer } from '@/lib/operations/operation'
import type { AccountActor } from '@/lib/policy/actor'
import type { ClientInfo } from '@/lib/rate-limit/client-info'
import { paths } from '@/lib/routes'
import { withdraw } from '@/lib/submissions/withdraw'
import { type Done, spellDone } from '@/lib/tasks/done'
import { describePicture, mendSource, placeFact } from '@/lib/tasks/edits'
import { isTaskKind } from '@/lib/tasks/kinds'
import { noteDone, putTaskAside, takeTaskUp } from '@/lib/tasks/put-aside'
import { addressSchema, asideSchema, describeSchema, placeSchema, sentSchema } from '@/lib/tasks/schema'
import { answerPlainForm } from './plain-form'

type Form = Partial<Record<string, string>>
type Act = (form: Form, actor: AccountActor, clientInfo: ClientInfo) => Promise<Answer<object>> | null

/** Answers the plain form of a card, and goes on to the next one. */
export const answerTask = (request: Request): Promise<Response> =>
  answerPlainForm(request, messages().tasks.odd, {
    next: (form, done) => {
      const answered = numberIn(form.n) + (done && !('skip' in form) ? 1 : 0)
      const did = done ? spellDone(doneOf(form, done)) : null
      return paths.tasks({ of: kindIn(form), n: answered || null, did })
    },
    act: (form, actor, clientInfo) => (acts[actOf(form)] as Act)(form, actor, clientInfo),
  })

/** Answers the plain form that undoes the last one, and goes back to the cards. */
export const answerUndo = (request: Request): Promise<Response> =>
  answerPlainForm(request, messages().tasks.odd, {
    next: (form, done) =>
      paths.tasks({
        of: kindIn(form),
        n: Math.max(0, numberIn(form.n) - (done && !form.subject ? 1 : 0)) || null,
        did: done ? 'undone' : null,
      }),
    act: (form, actor, clientInfo) => {
      const aside = asideSchema.safeParse(form)
      if (aside.success) return takeTaskUp(actor, aside.data, clientInfo)
      const check = takeBackSchema.safeParse(form)
      if (check.success) return takeBackCheck(actor, check.data, clientInfo)
      const sent = sentSchema.safeParse(form)
      if (!sent.success) return null
      const { submission, key } = sent.data
      const seen = { submissionId: submission, roundNumber: 1, state: 'waiting' as const }
      return withdraw(actor, { ...seen, key }, clientInfo)
    },
  })

const kindIn = ({ of }: Form) => (isTaskKind(of) ? of : null)
const numberIn = (given: string | undefined) => (/^\d{1,5}$/.test(given ?? '') ? Number(given) : 0)

const actOf = (form: Form): keyof typeof acts => {
  if ('skip' in form) return 'skip'
  if (form.kind === 'picture') return 'picture'
  if (form.kind === 'dead') return 'dead'
  if (form.kind === 'place') return form.place === 'none' ? 'none' : 'place'
  return 'check'
}

const acts = {
  skip: (form, actor, clientInfo) => {
    const asked = asideSchema.safeParse(form)
    return asked.success ? putTaskAside(actor, asked.data, clientInfo) : null
  },
  /** It gives nothing away: nothing is to be changed, and nothing to be asked again. */
  none: (form, actor, clientInfo) => {
    const asked = asideSchema.safeParse(form)
    return asked.success ? noteDone(actor, asked.data, clientInfo) : null
  },
  check: (form, actor, clientInfo) => {
    const asked = sayCheckSchema.safeParse({ ...form, key: form.citation })
    return asked.success ? sayCheck(actor, asked.data, clientInfo) : null
  },
  picture: (form, actor, clientInfo) => {
    const asked = describeSchema.safeParse(form)
    return asked.success ? describePicture(actor, asked.data, clientInfo) : null
  },
  dead: (form, actor, clientInfo) => {
    const asked = addressSchema.safeParse({ ...form, address: form[form.is ?? ''] })
    return asked.success ? mendSource(actor, asked.data, clientInfo) : null
  },
  place: (form, actor, clientInfo) => {
    const asked = placeSchema.safeParse(form)
    if (!asked.success || asked.data.place === 'none') return null
    const { place, ...answered } = asked.data
    return placeFact(actor, { ...answered, gate: { kind: 'place', page: place } }, clientInfo)
  },
} satisfies Record<string, Act>

/** What came of a card. */
function doneOf(form: Form, done: object): Done {
  const { kind, subject = '' } = form
  if (isTaskKind(kind) && ('skip' in form || actOf(form) === 'none'))
    return { did: 'skip' in form ? 'aside' : 'none', kind, subject }
  if ('checkId' in done) return { did: 'check', check: Number(done.checkId) }
  if ('submissionId' in done) return { did: 'sent', submission: Number(done.submissionId) }
  return { did: 'published' }
}
