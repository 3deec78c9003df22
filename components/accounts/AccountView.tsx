import { StateBadge } from '@/components/submissions/StateBadge'
import type { OwnSettings } from '@/lib/accounts/loaders'
import type { Me } from '@/lib/accounts/me'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { AccountSheet } from './AccountSheet'
import { SettingsRow } from './SettingsRow'

interface Props {
  me: Extract<Me, { signedIn: true }>
  /** The role as a sentence. */
  role: string
  settings: OwnSettings
}

/** One's own account page: role, waiting work, sign-in settings, sign-out. */
export function AccountView({ me, role, settings }: Props) {
  return (
    <AccountSheet title={me.name} intro={role}>
      {settings.done && (
        <p className="note" role="status">
          {messages().ownAccount.settings.done[settings.done]}
        </p>
      )}
      {settings.mustAddSecondStep && <p className="note">{messages().accounts.refused.secondStepFirst}</p>}
      {me.blockNote && (
        <p className="note is-refusal">
          {me.blockNote} <WayOut isLeaving={me.isLeaving} />
        </p>
      )}
      <OwnWork me={me} />
      <Settings name={me.name} settings={settings} />
      <form method="post" action={paths.signOut()}>
        <button className="btn" type="submit">
          {messages().accounts.account.signOut}
        </button>
      </form>
    </AccountSheet>
  )
}

const WayOut = ({ isLeaving }: { isLeaving: boolean }) =>
  isLeaving ? (
    <a href={paths.deleteAccount()}>{messages().ownData.deletion.keep}</a>
  ) : (
    <a href={paths.appeal()}>{messages().safety.appeal.link}</a>
  )

function OwnWork({ me }: Pick<Props, 'me'>) {
  const { reports } = messages()
  const texts = messages().accounts.account
  const turn = texts.turn(me.own)
  return (
    <section aria-labelledby="own-work">
      <h2 id="own-work">{messages().ownAccount.settings.here}</h2>
      <ul className="account-links">
        <li>
          <a href={paths.submissions()}>{texts.submissions}</a>
          <span className="own-work">
            {turn !== '' && (
              <span>
                <StateBadge state="changes_requested" isAuthor />: {turn}.
              </span>
            )}
            <span className="quiet">{texts.waiting(me.own.waiting)}</span>
          </span>
        </li>
        <li>
          <a href={paths.person(me.id)}>{texts.contributions}</a>
          <span className="quiet">{texts.contributionsHint}</span>
        </li>
        <li>
          <a href={paths.ownWords()}>{messages().ownWords.link}</a>
          <span className="quiet">{messages().ownWords.linkHint}</span>
        </li>
        {me.reports !== null && (
          <li>
            <a href={paths.moderation()}>{reports.home.title}</a>
            <span className="quiet">{reports.home.open(me.reports.open, me.reports.urgent)}</span>
          </li>
        )}
        {me.waitingCount !== null && (
          <li>
            <a href={paths.review()}>{texts.review}</a>
            <span className="quiet">{texts.toReview(me.waitingCount)}</span>
          </li>
        )}
      </ul>
    </section>
  )
}

function Settings({ name, settings }: { name: string; settings: OwnSettings }) {
  const texts = messages().ownAccount.settings
  const otherwise = settings.hasEmail ? texts.hasNoCodeButMail : texts.hasNoCode
  return (
    <section aria-labelledby="settings">
      <h2 id="settings">{texts.safety}</h2>
      <dl className="settings">
        <SettingsRow label={texts.name} value={name} to={paths.accountName()} change={texts.change} />
        <SettingsRow
          label={texts.password}
          value={settings.hasPassword ? texts.passwordHint : texts.hasNoPassword}
          to={paths.accountPassword()}
          change={settings.hasPassword ? texts.change : texts.make}
        />
        <SettingsRow
          label={texts.passkeys}
          value={texts.passkeysHint(settings.passkeyCount)}
          to={paths.passkeys()}
          change={settings.passkeyCount > 0 ? texts.change : texts.add}
        />
        {settings.outsideCount !== null && (
          <SettingsRow
            label={texts.outside}
            value={texts.outsideHint(settings.outsideCount)}
            to={paths.outsideAccounts()}
            change={settings.outsideCount > 0 ? texts.change : texts.add}
          />
        )}
        <SettingsRow
          label={texts.secondStep}
          value={settings.hasSecondStep ? texts.hasSecondStep : texts.hasNoSecondStep}
          to={paths.secondStep()}
          change={settings.hasSecondStep ? texts.change : texts.add}
        />
        {settings.email !== null && (
          <SettingsRow
            label={texts.email}
            value={settings.email}
            to={paths.accountEmail()}
            change={settings.hasEmail ? texts.change : texts.add}
          />
        )}
        {settings.newsMail !== null && (
          <SettingsRow
            label={messages().newsMail.title}
            value={settings.newsMail}
            to={paths.accountMail()}
            change={texts.change}
          />
        )}
        <SettingsRow
          label={texts.code}
          value={settings.hasCode ? texts.hasCode : otherwise}
          to={paths.recoveryCode()}
          change={settings.hasCode ? texts.replace : texts.make}
        />
        <SettingsRow
          label={texts.sessions}
          value={texts.sessionsHint(settings.sessionCount)}
          to={paths.sessions()}
          change={texts.look}
        />
        <SettingsRow
          label={messages().ownData.settingsLabel}
          value={messages().ownData.settingsHint}
          to={paths.ownData()}
          change={texts.look}
        />
        <SettingsRow
          label={messages().safety.mute.list}
          value={messages().safety.mute.hint}
          to={paths.muted()}
          change={texts.look}
        />
        <SettingsRow
          label={messages().ownData.deletion.settingsLabel}
          value={messages().ownData.deletion.settingsHint}
          to={paths.deleteAccount()}
          change={texts.look}
        />
      </dl>
    </section>
  )
}
