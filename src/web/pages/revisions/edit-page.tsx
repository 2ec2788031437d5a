import { permits } from '#domain/people/permission.ts'
import { entryIn } from '#domain/revision/apply-changes.ts'
import { groundText } from '#domain/revision/ground.ts'
import { newEntry } from '#domain/revision/new-entry.ts'
import type { RevisableKind } from '#domain/revision/revisable.ts'
import type { RevisionChange } from '#domain/revision/revision.ts'
import { type Typed, typedOf, yearWords } from '#domain/revision/typed-entry.ts'
import type { RevisionView } from '#operations/revision/revision-view.ts'
import { Own } from '../../components/own-words.tsx'
import { EntryFields } from '../../components/revisions/entry-fields.tsx'
import { type Refusal, Refused } from '../../components/revisions/refused.tsx'
import { RevisionFrame } from '../../components/revisions/revision-frame.tsx'
import { Said } from '../../components/revisions/words.tsx'
import type { Frame } from '../../frame.ts'

/** 直す一件。`id` が null なら新しく入れる（`under` の下に、`replaces` の代わりに）。 */
export type EditAsked = {
  readonly on: RevisableKind
  readonly id: string | null
  readonly under: string | null
  readonly replaces: string | null
}

/** 通らなかったときに、打たれていたもの。 */
export type EditTyped = {
  readonly typed: Typed
  readonly reason: string
  readonly ground: string
  readonly refusal: Refusal | undefined
  /** 廃止するほうの断り。 */
  readonly removing?: boolean
}

type Props = { frame: Frame; view: RevisionView; asked: EditAsked; given?: EditTyped | undefined; saved?: boolean }

/** 案にあるか（新しく入れるものなら、いつでも）。 */
export const isEditable = ({ draft }: RevisionView, { on, id }: EditAsked): boolean =>
  id === null || entryIn(draft.content, on, id) !== undefined

export const editPage = (props: Props): string => String(<EditPage {...props} />)

/** 一件を直す・新しく入れる頁。もとの値が欄のそばにあり、理由とよりどころを添えて書く。 */
const EditPage = ({ frame, view, asked, given, saved = false }: Props) => {
  const { t, to } = frame
  const { on, id } = asked
  const { revision, base, draft } = view
  const code = base.municipality.code
  const at = (name: string) => to.planRevision(code, revision.id, name)
  const now = id === null ? newEntry(on, '', asked.under) : entryIn(draft.content, on, id)
  if (!now) return null
  const original = id === null ? undefined : entryIn(base.content, on, id)
  const shown = { ...typedOf(on, now), ...(id === null ? likely(view, asked) : {}) }
  const title = t(
    id !== null ? `revisions.edit-${on}` : asked.replaces !== null ? 'revisions.new-replacing' : `revisions.new-${on}`,
  )
  const name = 'name' in now ? now.name : now.title
  const edits = revision.status === 'open' && permits(frame.person, 'revision-edit')
  const own = view.changes.filter((change) => change.subjectId === id)
  return (
    <RevisionFrame frame={frame} view={view} here="tree" title={title}>
      {id !== null && (
        <p class="lead">
          <Own frame={frame}>{name}</Own>
        </p>
      )}
      {saved && (
        <p class="rev-done" role="status">
          {t('revisions.saved')} <a href={at('tree')}>{t('revisions.to-tree')}</a>{' '}
          <a href={at('changes')}>{t('revisions.changes')}</a>{' '}
          {view.left.undecided.length > 0 && (
            <a href={at('proposals')}>{t('revisions.next-undecided', { count: view.left.undecided.length })}</a>
          )}
        </p>
      )}
      <Background frame={frame} view={view} asked={asked} />
      {!given?.removing && <Refused frame={frame} refusal={given?.refusal} />}
      <form class="rev-entry" method="post" action={at(id === null ? 'add' : 'edit')}>
        <input type="hidden" name="on" value={on} />
        {id === null ? (
          <>
            <input type="hidden" name="under" value={asked.under ?? ''} />
            <input type="hidden" name="replaces" value={asked.replaces ?? ''} />
          </>
        ) : (
          <>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="shown" value={JSON.stringify(shown)} />
          </>
        )}
        <fieldset disabled={!edits} class="rev-all">
          <EntryFields
            frame={frame}
            on={on}
            typed={{ ...shown, ...given?.typed }}
            original={original ? typedOf(on, original) : null}
            content={draft.content}
            refusal={given?.refusal}
            subjectId={id}
          />
          <Why frame={frame} view={view} asked={asked} own={own} given={given?.removing ? undefined : given} />
          {edits && (
            <p class="buttons">
              <button type="submit" class="primary">
                {t(id === null ? 'revisions.add-do' : 'revisions.save')}
              </button>
              <a class="button plain" href={at('tree')}>
                {t('revisions.to-tree')}
              </a>
            </p>
          )}
        </fieldset>
      </form>
      {edits && id !== null && <Remove frame={frame} view={view} asked={asked} own={own} given={given} />}
    </RevisionFrame>
  )
}

/** 新しい指標の欄に、初めから入れておくもの：目標の年度は計画の終わり。代わりの指標なら、担当と区分は元のまま。 */
const likely = ({ revision, base }: RevisionView, { on, replaces }: EditAsked): Typed => {
  if (on !== 'indicator') return {}
  const replaced = replaces === null ? undefined : entryIn(base.content, 'indicator', replaces)
  const { departments = '', class: kind = 'KPI' } = replaced ? typedOf('indicator', replaced) : {}
  return { 'targets.0.year': yearWords(revision.lastYear), departments, class: kind }
}

type PartProps = Pick<Props, 'frame' | 'view' | 'asked'>

/** 指標なら、評価とその決まり。差替えなら、置きかわる指標。 */
const Background = ({ frame, view, asked }: PartProps) => {
  const { t } = frame
  const id = asked.replaces ?? asked.id
  const proposal = view.grading.proposals.find(({ indicator }) => indicator.id === id)
  const replaced = asked.replaces === null ? undefined : entryIn(view.base.content, 'indicator', asked.replaces)
  if (!proposal && !replaced) return null
  return (
    <div class="rev-background">
      {replaced && (
        <p>
          {t('revisions.replaces')} <Own frame={frame}>{replaced.name}</Own>
        </p>
      )}
      {proposal && (
        <p>
          <Said frame={frame} message={proposal.ground} /> {t('revisions.rule')}：
          <Own frame={frame}>{proposal.policy.words}</Own>{' '}
          {proposal.candidate && <Said frame={frame} message={proposal.candidate} />}
        </p>
      )}
    </div>
  )
}

type WhyProps = PartProps & { own: readonly RevisionChange[]; given: EditTyped | undefined }

/** 理由とよりどころ。 */
const Why = ({ frame, view, asked, own, given }: WhyProps) => {
  const { t } = frame
  const last = own.findLast(({ reason }) => reason !== '') ?? own.at(-1)
  const decided = view.decisions.find(({ indicatorId }) => indicatorId === (asked.replaces ?? asked.id))
  const graded = view.grading.groundOf(asked.replaces ?? asked.id ?? '') !== null
  const chosen = given?.ground ?? (last ? groundText(last.ground) : graded ? 'grade' : 'other')
  const choices = [...(graded ? (['grade'] as const) : []), 'public-comment', 'other'] as const
  return (
    <>
      <div class="field">
        <label for="reason">{t('revisions.reason')}</label>
        <p class="hint" id="h-reason">
          {t('revisions.reason-hint')}
        </p>
        <textarea
          id="reason"
          name="reason"
          class="rev-short"
          rows={2}
          maxlength={2000}
          aria-describedby="h-reason"
          lang={frame.lang === 'ja' ? undefined : 'ja'}
        >
          {given?.reason ?? last?.reason ?? decided?.reason ?? ''}
        </textarea>
      </div>
      <div class="field">
        <label for="ground">{t('revisions.ground')}</label>
        <select id="ground" name="ground">
          {choices.map((choice) => (
            <option value={choice} selected={choice === chosen}>
              {t(`revisions.ground-${choice}`)}
            </option>
          ))}
          {chosen.includes(':') && (
            <option value={chosen} selected>
              {t(chosen.startsWith('opinion') ? 'revisions.ground-opinion' : 'revisions.ground-instruction')}
            </option>
          )}
        </select>
      </div>
      {given?.refusal?.kind === 'asks' && (
        <label class="rev-confirm">
          <input type="checkbox" name="confirmed" value="yes" /> {t('revisions.confirm')}
        </label>
      )}
    </>
  )
}

/** 廃止する（改訂で入れたものは、入れる前に戻す）。指標は、別の指標に差し替える道も。 */
const Remove = ({ frame, view, asked, own, given }: WhyProps) => {
  const { t, to } = frame
  const { revision, base } = view
  const code = base.municipality.code
  const added = own.some(({ op }) => op === 'add')
  const refused = given?.removing ? given : undefined
  return (
    <section aria-labelledby="remove">
      <h2 id="remove">{t(added ? 'revisions.take-back' : 'revisions.remove')}</h2>
      {asked.on === 'indicator' && !added && (
        <p>
          <a
            class="button small"
            href={to.planRevision(code, revision.id, 'edit', {
              on: 'indicator',
              under: entryIn(view.draft.content, 'indicator', asked.id ?? '')?.node ?? '',
              replaces: asked.id ?? '',
            })}
          >
            {t('revisions.replace')}
          </a>
        </p>
      )}
      <Refused frame={frame} refusal={refused?.refusal} />
      <form method="post" action={`${to.planRevision(code, revision.id, 'remove')}#remove`}>
        <input type="hidden" name="on" value={asked.on} />
        <input type="hidden" name="id" value={asked.id ?? ''} />
        {!added && (
          <div class="field">
            <label for="remove-reason">{t('revisions.remove-reason')}</label>
            <input
              id="remove-reason"
              name="reason"
              value={refused?.reason ?? ''}
              maxlength={2000}
              autocomplete="off"
              lang={frame.lang === 'ja' ? undefined : 'ja'}
            />
          </div>
        )}
        <input type="hidden" name="ground" value={view.grading.groundOf(asked.id ?? '') ? 'grade' : 'other'} />
        {refused?.refusal?.kind === 'asks' && (
          <label class="rev-confirm">
            <input type="checkbox" name="confirmed" value="yes" /> {t('revisions.confirm')}
          </label>
        )}
        <p class="buttons">
          <button type="submit" class="danger">
            {t(added ? 'revisions.take-back' : 'revisions.remove')}
          </button>
        </p>
      </form>
    </section>
  )
}
