import type { z } from 'zod'

/** A place in a schema that accepts input: a text, a number, a choice, or content that is checked later. */
export interface Place {
  /** Its path, for messages. */
  path: string
  isText: boolean
  /** The bound of a text in UTF-16 units, if it is checked first and stops the other checks; null without one. */
  most: number | null
  /** A value of the schema's shape that has `given` in this place. */
  holding: (given: unknown) => unknown
}

type Whole = (part: unknown) => unknown
interface Shape {
  /** The parts of a zod schema that matter for reaching its places. */
  sample: unknown
  places: Place[]
}

const MOST_LEVELS = 9

/**
 * Every place below a schema, through unions, lists, records and optional values. Nesting is followed nine levels deep.
 */
export const placesOf = (schema: z.ZodType): Place[] => shapeOf(schema, '', (part) => part, 0).places

function shapeOf(schema: z.core.$ZodType, path: string, whole: Whole, level: number): Shape {
  if (level > MOST_LEVELS) return { sample: undefined, places: [] }
  const { def } = schema._zod as z.core.$ZodTypes['_zod']
  const into = (inner: z.core.$ZodType, step = '', around: Whole = (part) => part, deeper = 1) =>
    shapeOf(inner, path + step, (part) => whole(around(part)), level + deeper)
  const here = (sample: unknown, is: Partial<Place> = {}): Shape => ({
    sample,
    places: [{ path: path || 'itself', isText: false, most: null, holding: whole, ...is }],
  })
  switch (def.type) {
    case 'object':
      return ofObject(def.shape, into, here)
    case 'array': {
      const inner = into(def.element, '[]', (part) => [part])
      return { sample: [inner.sample], places: [...here([]).places, ...inner.places] }
    }
    case 'record': {
      const { sample, places } = into(def.valueType, '{}', (part) => ({ born: part }))
      const keys = into(def.keyType, '{key}', (part) => ({ [String(part)]: sample }))
      return { sample: { born: sample }, places: [...here({}).places, ...places, ...keys.places] }
    }
    case 'union': {
      const all = def.options.map((option, at) => into(option, `|${at}`, undefined, 0))
      return { sample: all[0]?.sample, places: all.flatMap((one) => one.places) }
    }
    case 'pipe': {
      // A preprocessing function comes before the schema: both are walked.
      const first = into(def.in, '', undefined, 0)
      return def.in._zod.def.type === 'transform' ? into(def.out, '', undefined, 0) : first
    }
    case 'default':
    case 'prefault':
    case 'optional':
    case 'nullable':
    case 'catch':
    case 'readonly':
      return into(def.innerType, '', undefined, 0)
    case 'lazy':
      return into(def.getter())
    case 'string':
      return here('text', { isText: true, most: firstBound(def.checks ?? []) })
    case 'literal':
      return here(def.values[0])
    case 'enum':
      return here(Object.values(def.entries)[0])
    case 'number':
      return here(1)
    case 'boolean':
      return here(true)
    default:
      return here(undefined)
  }
}

function ofObject(
  shape: Readonly<Record<string, z.core.$ZodType>>,
  into: (inner: z.core.$ZodType, step: string, around: Whole) => Shape,
  here: (sample: unknown) => Shape,
): Shape {
  const samples: Record<string, unknown> = {}
  const places = Object.entries(shape).flatMap(([name, inner]) => {
    const field = into(inner, `.${name}`, (part) => ({ ...samples, [name]: part }))
    samples[name] = field.sample
    return field.places
  })
  return { sample: samples, places: [...here(samples).places, ...places] }
}

/** The bound of a text that is checked before everything else and stops the other checks. */
function firstBound(checks: readonly z.core.$ZodCheck<never>[]): number | null {
  const def = checks[0]?._zod.def as { abort?: boolean; params?: { most?: number } } | undefined
  return def?.abort ? (def.params?.most ?? null) : null
}
