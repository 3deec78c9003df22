'use client'
import type { ComponentType } from 'react'
import type { FieldChoice } from '@/lib/pages/load-for-editing'
import type { FieldInputProps } from './field-input-props'
import { ImageField } from './ImageField'
import { LineField } from './LineField'
import { YesNoField } from './YesNoField'

/** What a value is filled in with, by the type of its field: a line of text where none is named. */
const inputs: Partial<Record<FieldChoice['type'], ComponentType<FieldInputProps>>> = {
  boolean: YesNoField,
  image: ImageField,
}

/** An infobox field to fill in, in the way of its type. */
export function FieldInput(props: FieldInputProps) {
  const Input = inputs[props.field.type] ?? LineField
  return <Input {...props} />
}
