import { messages } from '@/lib/messages/messages'

/** One setting of an account: its name, its current value, and the link to change it. */
export function SettingsRow(props: { label: string; value: string; to: string; change: string }) {
  return (
    <div className="settings-row">
      <dt>{props.label}</dt>
      <dd dir="auto">{props.value}</dd>
      <dd>
        <a className="btn" href={props.to}>
          {props.change}
          <span className="sr-only">{messages().ownAccount.settings.changeWhat(props.label)}</span>
        </a>
      </dd>
    </div>
  )
}
