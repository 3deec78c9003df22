import { messages } from '@/lib/messages/messages'

/** One thing about an account: what it is called, how it stands, and where it is changed. */
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
