import { say } from '#domain/language/say.ts'
import { permits } from '#domain/people/permission.ts'
import type { Problem } from '#domain/problem.ts'
import { entryIn } from '#domain/revision/apply-changes.ts'
import { kindOfChange } from '#domain/revision/kind-of-change.ts'
import type { RevisionChange } from '#domain/revision/revision.ts'
import { namesOf } from '#domain/revision/value-words.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { RevisionView } from '#operations/revision/revision-view.ts'
import { Own } from '../../components/own-words.tsx'
import { ProblemWords } from '../../components/report/problem-words.tsx'
import { RevisionFrame } from '../../components/revisions/revision-frame.tsx'
import { ChangedValue, fieldWords, groundWords } from '../../components/revisions/words.tsx'
import { Scroll } from '../../components/scroll.tsx'
import type { Frame } from '../../frame.ts'

type Props = { frame: Frame; view: RevisionView; show: string; problem?: Problem | undefined }

export const changesPage = (frame: Frame, view: RevisionView, show: string, problem?: Problem): string =>
  String(<ChangesPage frame={frame} view={view} show={show} problem={problem} />)

/** 変更のすべて：現行と改訂後、理由、よりどころ、だれがいつ。食い違いがあれば、先に決める。 */
const ChangesPage = ({ frame, view, show, problem }: Props) => {
  const { t, to } = frame
  const { changes, left, revision, base } = view
  const unreasoned = new Set(left.unreasoned)
  const shown = show === 'unreasoned' ? changes.filter((change) => unreasoned.has(change)) : changes
  const at = (name: string, asked = {}) => to.planRevision(base.municipality.code, revision.id, name, asked)
  return (
    <RevisionFrame frame={frame} view={view} here="changes" title={t('revisions.changes')} wide>
      {problem && (
        <p class="notice" role="alert">
          <ProblemWords frame={frame} problem={problem} />
        </p>
      )}
      <Conflicts frame={frame} view={view} />
      {left.unreasoned.length > 0 && (
        <nav class="rev-filter" aria-label={t('revisions.filter')}>
          <a href={at('changes')} aria-current={show === 'unreasoned' ? undefined : 'true'}>
            {t('revisions.show-all')} {changes.length}
          </a>
          <a href={at('changes', { show: 'unreasoned' })} aria-current={show === 'unreasoned' ? 'true' : undefined}>
            {t('revisions.show-unreasoned')} {left.unreasoned.length}
          </a>
        </nav>
      )}
      {shown.length === 0 ? (
        <p class="empty">
          {t('revisions.no-changes')} {changes.length === 0 && <a href={at('tree')}>{t('revisions.next-tree')}</a>}
        </p>
      ) : (
        <ChangeTable frame={frame} view={view} shown={shown} />
      )}
    </RevisionFrame>
  )
}

const ChangeTable = ({
  frame,
  view,
  shown,
}: {
  frame: Frame
  view: RevisionView
  shown: readonly RevisionChange[]
}) => {
  const { t } = frame
  const names = namesOf(view.base.content, view.draft.content)
  const edits = view.revision.status === 'open' && permits(frame.person, 'revision-edit')
  return (
    <Scroll label={t('revisions.changes')}>
      <table class="plain rev-changes">
        <thead>
          <tr>
            <th scope="col">{t('revisions.subject')}</th>
            <th scope="col">{t('revisions.field')}</th>
            <th scope="col">{t('revisions.before')}</th>
            <th scope="col">{t('revisions.after')}</th>
            <th scope="col">{t('revisions.reason')}</th>
            <th scope="col">{t('revisions.who')}</th>
            {edits && <th scope="col">{t('revisions.undo')}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((change) => (
            <Row frame={frame} view={view} change={change} names={names} edits={edits} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

type RowProps = {
  frame: Frame
  view: RevisionView
  change: RevisionChange
  names: ReadonlyMap<string, string>
  edits: boolean
}

const Row = ({ frame, view, change, names, edits }: RowProps) => {
  const { t, to } = frame
  const { revision, base } = view
  const at = (name: string, asked = {}) => to.planRevision(base.municipality.code, revision.id, name, asked)
  const name = nameOf(change, names, revision.title)
  const { on } = change
  const opens = on !== 'plan' && entryIn(view.draft.content, on, change.subjectId) !== undefined
  return (
    <tr>
      <th scope="row">
        <small>{say({ code: `change-kind.${kindOfChange(change)}`, params: {} }, frame.lang)}</small>
        <br />
        {opens || on === 'plan' ? (
          <a href={on === 'plan' ? at('heading') : at('edit', { on, id: change.subjectId })}>
            <Own frame={frame}>{name}</Own>
          </a>
        ) : (
          <Own frame={frame}>{name}</Own>
        )}
      </th>
      <td>{fieldWords(frame, change.field)}</td>
      <td>
        <ChangedValue frame={frame} change={change} side="before" names={names} />
      </td>
      <td>
        <ChangedValue frame={frame} change={change} side="after" names={names} />
      </td>
      <td>
        {change.reason === '' ? (
          <span class="rev-none">{t('revisions.no-reason')}</span>
        ) : (
          <Own frame={frame}>{change.reason}</Own>
        )}
        <br />
        <small>{groundWords(frame, change.ground)}</small>
      </td>
      <td>
        <small>
          <Own frame={frame}>{change.by}</Own>
          <br />
          {momentInWords(change.at)}
        </small>
      </td>
      {edits && (
        <td>
          <form method="post" action={at('undo')}>
            <input type="hidden" name="change" value={change.id} />
            <button
              type="submit"
              class="plain"
              aria-label={`${name} ${fieldWords(frame, change.field)} ${t('revisions.undo')}`}
            >
              {t('revisions.undo')}
            </button>
          </form>
        </td>
      )}
    </tr>
  )
}

const nameOf = (
  { on, subjectId, before, after }: RevisionChange,
  names: ReadonlyMap<string, string>,
  title: string,
) => {
  if (on === 'plan') return title
  const whole = (after ?? before) as { readonly name?: string; readonly title?: string } | null
  return names.get(subjectId) ?? whole?.name ?? whole?.title ?? '―'
}

/** 食い違い：もとの版が変わったあとの、どちらの値にするか。 */
const Conflicts = ({ frame, view }: { frame: Frame; view: RevisionView }) => {
  const { t, to } = frame
  const { left, revision, base } = view
  if (left.conflicts.length === 0) return null
  const names = namesOf(view.draft.content, base.content)
  const edits = permits(frame.person, 'revision-edit')
  return (
    <section class="notice" aria-labelledby="conflicts">
      <h2 id="conflicts">{t('revisions.conflicts', { count: left.conflicts.length })}</h2>
      <p>{t('revisions.conflicts-lead')}</p>
      <Scroll labelledby="conflicts">
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">{t('revisions.subject')}</th>
              <th scope="col">{t('revisions.why')}</th>
              <th scope="col">{t('revisions.at-writing')}</th>
              <th scope="col">{t('revisions.theirs-now')}</th>
              <th scope="col">{t('revisions.mine')}</th>
              {edits && <th scope="col">{t('revisions.settle')}</th>}
            </tr>
          </thead>
          <tbody>
            {left.conflicts.map(({ change, why, now }) => (
              <tr>
                <th scope="row">
                  <Own frame={frame}>{nameOf(change, names, revision.title)}</Own>
                  <br />
                  <small>{fieldWords(frame, change.field)}</small>
                </th>
                <td>{t(`revisions.why-${why}`)}</td>
                <td>
                  <ChangedValue frame={frame} change={change} side="before" names={names} />
                </td>
                <td>
                  <ChangedValue frame={frame} change={{ ...change, before: now }} side="before" names={names} />
                </td>
                <td>
                  <ChangedValue frame={frame} change={change} side="after" names={names} />
                </td>
                {edits && (
                  <td>
                    <form method="post" action={to.planRevision(base.municipality.code, revision.id, 'settle')}>
                      <input type="hidden" name="change" value={change.id} />
                      {why === 'changed-meanwhile' && (
                        <button type="submit" class="small" name="keep" value="mine">
                          {t('revisions.keep-mine')}
                        </button>
                      )}{' '}
                      <button type="submit" class="small" name="keep" value="theirs">
                        {t(why === 'changed-meanwhile' ? 'revisions.keep-theirs' : 'revisions.drop-change')}
                      </button>
                    </form>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
