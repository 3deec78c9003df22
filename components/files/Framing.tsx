'use client'
import { type MouseEvent, useState } from 'react'
import { Problem, TextField } from '@/components/editor/Fields'
import type { Crop, FileContent } from '@/lib/kinds/schemas/file'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { partOf, pointAt, type Shape, shapes } from './shapes'

interface Props {
  file: FileContent
  fields: Record<string, string>
  onChange: (part: Pick<Partial<FileContent>, 'crop' | 'focus'>) => void
}

interface Size {
  width: number
  height: number
}

/** Which part of a picture is shown, and which point stays in sight: a drawing, with buttons and numbers beside it. */
export function Framing({ file: { object, crop, focus }, fields, onChange }: Props) {
  const { form } = messages().files
  const [size, setSize] = useState<Size | null>(null)
  const [isGone, setIsGone] = useState(false)
  const [isFramed, setIsFramed] = useState(crop !== null || focus !== null)
  const problemOf = (name: 'crop' | 'focus') =>
    Object.entries(fields).find(([field]) => field === name || field.startsWith(`${name}.`))?.[1]

  function setPoint(event: MouseEvent<HTMLElement>) {
    onChange({
      focus: pointAt({ x: event.clientX, y: event.clientY }, event.currentTarget.getBoundingClientRect()),
    })
  }

  return (
    <fieldset className="framing">
      <legend className="sr-only">{form.framing}</legend>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the numbers beside it do the same */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the numbers beside it do the same */}
      <div className="framing-drawing" onClick={setPoint}>
        <img
          key={object}
          src={paths.media(object)}
          alt=""
          onError={() => setIsGone(true)}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
            setSize({ width: naturalWidth, height: naturalHeight })
          }
        />
        {size && <Drawing size={size} crop={crop} focus={focus} />}
      </div>
      {isGone && <p className="hint">{messages().files.gone}</p>}
      <details open={isFramed} onToggle={(event) => setIsFramed(event.currentTarget.open)}>
        <summary>{form.framingMore}</summary>
        <p className="hint">{form.hints.framing}</p>
        {size && (
          <div className="actions">
            <button
              type="button"
              className="btn"
              aria-pressed={crop === null}
              onClick={() => onChange({ crop: null })}
            >
              {form.wholePicture}
            </button>
            {(Object.keys(shapes) as Shape[]).map((shape) => (
              <button
                key={shape}
                type="button"
                className="btn"
                onClick={() => onChange({ crop: partOf(size, shape, focus) })}
              >
                {form.shapes[shape]}
              </button>
            ))}
          </div>
        )}
        {crop && <PartFields crop={crop} onChange={(next) => onChange({ crop: next })} />}
        <Problem id="field-crop" text={problemOf('crop')} />
        <div className="field-row">
          <NumberField
            name="focus-x"
            label={form.fromLeft}
            value={focus?.x ?? 50}
            onChange={(x) => onChange({ focus: { x, y: focus?.y ?? 50 } })}
          />
          <NumberField
            name="focus-y"
            label={form.fromTop}
            value={focus?.y ?? 50}
            onChange={(y) => onChange({ focus: { x: focus?.x ?? 50, y } })}
          />
        </div>
        <Problem id="field-focus" text={problemOf('focus')} />
      </details>
    </fieldset>
  )
}

function PartFields({ crop, onChange }: { crop: Crop; onChange: (crop: Crop) => void }) {
  const { part } = messages().files.form
  return (
    <div className="field-row">
      {(['x', 'y', 'width', 'height'] as const).map((name) => (
        <NumberField
          key={name}
          name={`crop-${name}`}
          label={part[name]}
          value={crop[name]}
          onChange={(value) => onChange({ ...crop, [name]: Math.round(value) })}
        />
      ))}
    </div>
  )
}

interface NumberFieldProps {
  name: string
  label: string
  value: number
  onChange: (value: number) => void
}

/** A number that may be empty while it is typed. */
function NumberField({ name, label, value, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const isTyped = typed !== null && Number(typed) === value
  return (
    <TextField
      id={`field-${name}`}
      label={label}
      type="number"
      value={typed === '' || isTyped ? typed : String(value)}
      onChange={(text) => {
        setTyped(text)
        if (text.trim() !== '' && Number.isFinite(Number(text))) onChange(Number(text))
      }}
    />
  )
}

/** What is not shown is dimmed; a ring is around the point that stays in sight. */
function Drawing({ size, crop, focus }: { size: Size } & Pick<FileContent, 'crop' | 'focus'>) {
  const { width, height } = size
  const part = crop ?? { x: 0, y: 0, width, height }
  const all = `M0 0H${width}V${height}H0Z`
  const hole = `M${part.x} ${part.y}v${part.height}h${part.width}v${-part.height}Z`
  const point = focus ?? { x: 50, y: 50 }
  const at = { cx: (point.x / 100) * width, cy: (point.y / 100) * height, r: Math.max(width, height) / 40 }
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`}>
      <path className="dimmed" d={all + hole} fillRule="evenodd" />
      <circle className="ring-under" {...at} />
      <circle className="ring" {...at} />
    </svg>
  )
}
