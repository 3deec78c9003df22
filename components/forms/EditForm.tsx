'use client'
import { type ReactNode, useMemo } from 'react'
import { ConflictScreen } from '@/components/conflicts/ConflictScreen'
import { ReferencesProvider } from '@/components/editor/citations/references'
import { FaultsProvider } from '@/components/editor/faults/faults'
import { EnterPanel } from '@/components/sessions/EnterPanel'
import { isAboutAccount } from '@/lib/accounts/is-about-account'
import type { ContentKind } from '@/lib/kinds/registry'
import type { WrittenKind } from '@/lib/kinds/written/written-kind'
import { markOfAccount } from '@/lib/sessions/written-as'
import type { EditFormData } from '@/lib/submissions/load'
import { assemble } from './assemble'
import { DraftNotes } from './drafts/DraftNotes'
import { ProspectNote, RefusalNote, SettledNote, WaitingScreen } from './EditFormNotes'
import { conflictOf } from './editing-session'
import { KeysHelp } from './KeysHelp'
import { GoOn, OwnEditNote } from './OwnEditNote'
import { type FormPreview, PreviewPane } from './PreviewPane'
import { PREVIEW_BUTTON, SaveBar } from './SaveBar'
import { overtakenBy } from './target'
import type { useEditing } from './use-editing'

const noPages = {}

interface Props<K extends ContentKind> {
  kind: WrittenKind<K>
  editForm: EditFormData<K>
  editing: ReturnType<typeof useEditing<K>>
  /** Shows a preview of the entry. */
  look: FormPreview
  backTo: string
  children: ReactNode
}

/** The common part of all edit forms: notes above, the fields, the save bar; or the result of the save. */
export function EditForm<K extends ContentKind>({
  kind,
  editForm,
  editing,
  look,
  backTo,
  children,
}: Props<K>) {
  const { form, change, fields, phase, refusal, preview } = editing
  const { used } = useMemo(
    () => assemble(kind, form.content, form.newSources, form.newPages),
    [kind, form.content, form.newSources, form.newPages],
  )
  const problems = useMemo(() => {
    return Object.fromEntries(
      Object.entries(fields).flatMap(([name, sentence]) => {
        const [, place, field] = /^sources\.(\d+)\.(.+)$/.exec(name) ?? []
        return place === undefined ? [] : [[`${used[Number(place)]}.${field}`, sentence]]
      }),
    )
  }, [used, fields])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words that were sent stay as they are while a conflict is open
  const conflict = useMemo(() => conflictOf<K>(refusal, used), [refusal])
  const overtaken = overtakenBy(refusal)

  function backToEditing() {
    editing.closePreview()
    document.getElementById(PREVIEW_BUTTON)?.focus()
  }

  if (typeof phase === 'object')
    return <WaitingScreen submissionId={phase.waiting} entered={editing.entered} backTo={backTo} />
  return (
    <ReferencesProvider
      names={[...editForm.names, ...form.names]}
      places={editForm.places}
      newSources={form.newSources}
      problems={problems}
      writtenAs={editForm.accountId === null ? '' : markOfAccount(editForm.accountId)}
      onNewSources={(newSources) => change((now) => ({ ...now, newSources }))}
      newPages={form.newPages ?? noPages}
      onNewPages={(newPages) => change((now) => ({ ...now, newPages }))}
      onRemember={(named) => change((now) => ({ ...now, names: [...now.names, named] }))}
    >
      <div className="edit-form" data-saved={phase === 'published' ? '' : undefined}>
        <ProspectNote prospect={editForm.prospect} />
        <OwnEditNote start={editForm.start} target={form.target} />
        <DraftNotes offers={editing.offers} />
        {conflict ? (
          <ConflictScreen
            conflict={conflict}
            settling={form.settling ?? null}
            onSettling={(settling) => change((now) => ({ ...now, settling }))}
            onResolve={editing.resolve}
          />
        ) : (
          <>
            <SettledNote isSettled={editing.isSettled} />
            <div key={editing.version} hidden={preview !== null}>
              <FaultsProvider {...editing.faults}>{children}</FaultsProvider>
            </div>
            {preview && <PreviewPane preview={preview} look={look} onBack={backToEditing} />}
            <KeysHelp />
            {refusal && isAboutAccount(refusal) ? (
              <EnterPanel
                knownAs={editForm.accountName}
                refusal={refusal}
                goOn={editing.asked}
                isSending={phase !== 'writing'}
                onEnter={editing.enter}
              />
            ) : (
              <RefusalNote
                refusal={refusal}
                entered={editing.entered}
                onRetry={() => editing.send()}
                onSendAs={editing.goOnAs}
                onPlace={editing.leadTo}
              >
                {overtaken && <GoOn overtaken={overtaken} onGoOn={() => editing.goOn(overtaken)} />}
              </RefusalNote>
            )}
            <SaveBar
              prospect={editForm.prospect}
              isNew={editForm.entryId === null}
              phase={phase}
              isPreviewed={preview !== null}
              onPreview={preview ? backToEditing : () => editing.look()}
              summary={form.summary}
              onSummary={(summary) => change((now) => ({ ...now, summary }))}
              isMinor={form.isMinor}
              onMinor={(isMinor) => change((now) => ({ ...now, isMinor }))}
              problem={fields.summary}
              onSave={() => editing.send()}
            />
          </>
        )}
      </div>
    </ReferencesProvider>
  )
}
