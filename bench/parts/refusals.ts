import { newFactSchema } from '@/lib/facts/new-fact-schema'
import { readForm } from '@/lib/operations/read-form'
import { reportSchema } from '@/lib/reports/schema'
import type { Part, Run } from '../part'
import { atMost, figure, type Row } from '../row'
import { median } from '../statistics'

/** The largest input for one field of a form, the rest of it being valid. */
const MEGABYTE = 1_000_000

/** Forms that anybody may send, parsed as their actions parse them. */
const forms = { 'a new fact': newFactSchema, 'a report': reportSchema } as const

/** The cost of refusing, from the parsed request body to the sentences. */
export const refusalsPart: Part = { name: 'refusals', minutes: 0.1, measure: async (run) => measured(run) }

function measured({ isQuick }: Run): Row[] {
  const times = isQuick ? 200 : 2_000
  const [large, small] = [fields('x'.repeat(MEGABYTE)), fields('x'.repeat(MEGABYTE / 1_000))]
  return Object.entries(forms).map(([name, schema]) => {
    const took = { large: [] as number[], small: [] as number[] }
    const refuse = (form: FormData) => {
      const began = performance.now()
      const read = readForm(form)
      if (!read.ok || schema.safeParse(read.input).success) throw new Error(`${name} was not refused`)
      return (performance.now() - began) * 1_000
    }
    for (let time = 0; time < times; time += 1) {
      took.small.push(refuse(small))
      took.large.push(refuse(large))
    }
    return figure({
      ...{ name: `refusing ${name}, 1 MB in every field`, unit: 'µs', value: median(took.large) },
      baseline: { name: '1 kB in every field', value: median(took.small) },
      goal: atMost(2, 'ratio'),
      note: 'from the form as it arrived to the sentences',
    })
  })
}

const NAMES =
  'key summary statement speaker where about quote saidTo saidOn topics note category words'.split(' ')

function fields(text: string): FormData {
  const form = new FormData()
  for (const name of NAMES) form.set(name, text)
  return form
}
