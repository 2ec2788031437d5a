import { say } from '#domain/language/say.ts'
import { permits } from '#domain/people/permission.ts'
import { changeKinds } from '#domain/revision/revision.ts'
import { questionsLeft } from '#operations/revision/adopt-revision.ts'
import type { RevisionView } from '#operations/revision/revision-view.ts'
import { type Refusal, Refused } from '../../components/revisions/refused.tsx'
import { RevisionFrame } from '../../components/revisions/revision-frame.tsx'
import { Said } from '../../components/revisions/words.tsx'
import type { Frame } from '../../frame.ts'

export type AdoptTyped = {
  readonly decidedOn: string
  readonly decidedBy: string
  readonly refusal?: Refusal | undefined
}

type Props = { frame: Frame; view: RevisionView; typed: AdoptTyped }

export const adoptPage = (frame: Frame, view: RevisionView, typed: AdoptTyped): string =>
  String(<AdoptPage frame={frame} view={view} typed={typed} />)

/** 改訂を決める前の、さいごの確かめ。決めた日と、決めたところ。 */
const AdoptPage = ({ frame, view, typed }: Props) => {
  const { t, to } = frame
  const { revision, base, counts, left, isBehind, changes } = view
  const at = (name: string) => to.planRevision(base.municipality.code, revision.id, name)
  const asks = questionsLeft(left)
  const blocked = isBehind || left.conflicts.length > 0 || (revision.kind === 'revision' && changes.length === 0)
  const kinds = changeKinds.filter((kind) => counts[kind] > 0)
  return (
    <RevisionFrame frame={frame} view={view} here="adopt" title={t('revisions.adopt')}>
      <p class="lead">{t(revision.kind === 'revision' ? 'revisions.adopt-lead' : 'revisions.adopt-lead-next')}</p>
      <Refused frame={frame} refusal={typed.refusal} />
      {kinds.length > 0 && (
        <p>
          {kinds
            .map((kind) => `${say({ code: `change-kind.${kind}`, params: {} }, frame.lang)} ${counts[kind]}`)
            .join(frame.lang === 'ja' ? '、' : ', ')}{' '}
          <a href={at('compare')}>{t('compare.title')}</a>
        </p>
      )}
      {asks.length > 0 && typed.refusal?.kind !== 'asks' && (
        <ul class="rev-asks">
          {asks.map((ask) => (
            <li>
              <Said frame={frame} message={ask} />
            </li>
          ))}
        </ul>
      )}
      {blocked ? (
        <p class="notice">
          {t(
            isBehind
              ? 'revisions.blocked-behind'
              : left.conflicts.length > 0
                ? 'revisions.blocked-conflicts'
                : 'revisions.blocked-nothing',
          )}{' '}
          <a
            href={
              isBehind
                ? to.planRevision(base.municipality.code, revision.id)
                : at(changes.length > 0 ? 'changes' : 'tree')
            }
          >
            {t(
              isBehind ? 'revisions.go-overview' : changes.length > 0 ? 'revisions.see-changes' : 'revisions.next-tree',
              { count: changes.length },
            )}
          </a>
        </p>
      ) : (
        permits(frame.person, 'revision-adopt') && (
          <form method="post" action={at('adopt')}>
            <input type="hidden" name="seen" value={String(revision.revision)} />
            <div class="field">
              <label for="decidedOn">{t('revisions.decided-on')}</label>
              <input type="date" id="decidedOn" name="decidedOn" value={typed.decidedOn} required />
            </div>
            <div class="field">
              <label for="decidedBy">{t('revisions.decided-by')}</label>
              <p class="hint" id="h-decidedBy">
                {t('revisions.decided-by-hint')}
              </p>
              <input
                id="decidedBy"
                name="decidedBy"
                value={typed.decidedBy}
                required
                maxlength={100}
                autocomplete="off"
                aria-describedby="h-decidedBy"
                lang={frame.lang === 'ja' ? undefined : 'ja'}
              />
            </div>
            {asks.length > 0 && (
              <label class="rev-confirm">
                <input type="checkbox" name="confirmed" value="yes" /> {t('revisions.adopt-anyway')}
              </label>
            )}
            <p class="buttons">
              <button type="submit" class="primary">
                {t('revisions.adopt-do')}
              </button>
            </p>
          </form>
        )
      )}
    </RevisionFrame>
  )
}
