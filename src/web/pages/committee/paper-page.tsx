import { longestOpinion } from '#domain/committee/opinions.ts'
import { subjectIn, subjectKey } from '#domain/committee/subject-key.ts'
import { gradesIn } from '#domain/evaluation/standing-grade.ts'
import { nodeInWords } from '#domain/plan/outline.ts'
import { type Problem, problemInWords } from '#domain/problem.ts'
import type { OpinionsView } from '#operations/committee/opinions-view.ts'
import { CommitteeLayout } from '../../components/committee/committee-layout.tsx'
import { markInWords } from '../../components/committee/grade-mark.tsx'
import { PlaceWords } from '../../components/committee/place-words.tsx'
import { Own } from '../../components/own-words.tsx'
import { Spoken } from '../../components/spoken.tsx'
import type { Frame } from '../../frame.ts'

/** 紙の意見の欄に打たれたまま。 */
export type PaperTyped = {
  readonly member: string
  readonly name: string
  readonly key: string
  readonly text: string
  readonly grade: string
  readonly opinionId: string | null
  readonly revision: number
}

type Props = {
  frame: Frame
  view: OpinionsView
  typed: PaperTyped
  problem?: Problem | undefined
  /** ほかの人が先に書き換えた、いまの意見の文。 */
  now?: string | undefined
  saved?: string | undefined
}

export const paperPage = (props: Props): string => String(<PaperPage {...props} />)

/** 紙の意見を、委員の名で入れる頁。入れたら、同じ委員の次の意見へ。 */
const PaperPage = ({ frame, view, typed, problem, now, saved }: Props) => {
  const { t, to } = frame
  const { referral, edition, reviewers, lines } = view
  const { code } = edition.municipality
  const title = t('committee.paper-title')
  const line = lines.find(({ opinion }) => opinion.id === typed.opinionId)
  return (
    <CommitteeLayout
      frame={frame}
      municipality={edition.municipality}
      title={title}
      crumbs={[{ words: referral.title, href: to.referral(code, referral.id), own: true }, { words: title }]}
    >
      {saved !== undefined && (
        <p class="done" role="status">
          <Spoken frame={frame} words={t('committee.paper-saved', { name: saved })} />
        </p>
      )}
      <p class="sub">{t('committee.paper-lead')}</p>
      <form method="post" action={to.referral(code, referral.id, 'paper')}>
        <input type="hidden" name="opinion" value={typed.opinionId ?? ''} />
        <input type="hidden" name="revision" value={String(typed.revision)} />
        {problem && (
          <div class="committee-refused" role="alert" id="refused">
            <p class="error">
              <Spoken frame={frame} words={problemInWords(problem, frame.lang)} />
            </p>
            {now !== undefined && (
              <>
                <p class="committee-now">{t('committee.now')}</p>
                <p class="committee-words">
                  <Own frame={frame}>{now}</Own>
                </p>
              </>
            )}
          </div>
        )}
        {line ? (
          <>
            <p class="committee-who">
              <Own frame={frame}>{line.opinion.memberName}</Own>
            </p>
            <p class="committee-path">
              <PlaceWords frame={frame} place={line.place} />
            </p>
            <input type="hidden" name="member" value={typed.member} />
            <input type="hidden" name="name" value={typed.name} />
            <input type="hidden" name="key" value={typed.key} />
          </>
        ) : (
          <>
            {reviewers.length > 0 && (
              <div class="field">
                <label for="member">{t('committee.paper-member')}</label>
                <select id="member" name="member">
                  <option value="">{t('committee.paper-other')}</option>
                  {reviewers.map(({ memberId, name }) => (
                    <option
                      value={memberId}
                      selected={memberId === typed.member}
                      lang={frame.lang === 'ja' ? undefined : 'ja'}
                    >
                      {name}
                    </option>
                  ))}
                </select>
              </div>
            )}
            <div class="field">
              <label for="name">{t('committee.paper-name')}</label>
              <input id="name" name="name" value={typed.name} maxlength={60} autocomplete="off" />
            </div>
            <WhereField frame={frame} view={view} chosen={typed.key} />
          </>
        )}
        <div class="field">
          <label for="text">{t('committee.paper-text')}</label>
          {line && <p class="hint">{t('committee.withdraw-hint')}</p>}
          <textarea
            id="text"
            name="text"
            rows={5}
            maxlength={longestOpinion}
            lang={frame.lang === 'ja' ? undefined : 'ja'}
            {...(problem && { 'aria-describedby': 'refused' })}
          >
            {typed.text}
          </textarea>
        </div>
        <GradeField frame={frame} view={view} typed={typed} />
        <p class="buttons">
          <button type="submit" class="primary">
            {t('committee.paper-save')}
          </button>
          <a class="button plain" href={to.referral(code, referral.id, 'opinions')}>
            {t('committee.to-table')}
          </a>
        </p>
      </form>
    </CommitteeLayout>
  )
}

/** どこへの意見か。計画の順に、目標ごとに。 */
const WhereField = ({
  frame,
  view: { goals, loose },
  chosen,
}: {
  frame: Frame
  view: OpinionsView
  chosen: string
}) => {
  const { t } = frame
  const lang = frame.lang === 'ja' ? undefined : 'ja'
  const option = (key: string, words: string, depth: number) => (
    <option value={key} selected={key === chosen} lang={lang}>
      {'　'.repeat(depth) + words}
    </option>
  )
  return (
    <div class="field">
      <label for="key">{t('committee.paper-where')}</label>
      <select id="key" name="key">
        <option value={subjectKey(null)} selected={chosen === subjectKey(null)}>
          {t('committee.place-whole')}
        </option>
        {goals.flatMap(({ goal, measures }) => [
          ...(goal?.nodes ?? [])
            .slice(0, 1)
            .map((node) => option(subjectKey({ kind: 'node', id: node.id }), nodeInWords(node), 0)),
          ...measures.flatMap(({ node, indicators }) => [
            ...(goal?.nodes.includes(node)
              ? []
              : [option(subjectKey({ kind: 'node', id: node.id }), nodeInWords(node), 1)]),
            ...indicators.map(({ id, name }) => option(subjectKey({ kind: 'indicator', id }), name, 2)),
          ]),
        ])}
        {loose.map(({ id, name }) => option(subjectKey({ kind: 'indicator', id }), name, 0))}
      </select>
    </div>
  )
}

/** 区分。指標と施策で区分が違うときは、どちらのものかで分けて並べる。 */
const GradeField = ({ frame, view: { graded }, typed }: Pick<Props, 'frame' | 'view' | 'typed'>) => {
  const { t } = frame
  const only = typed.opinionId === null ? undefined : subjectIn(typed.key)?.kind
  const kinds = only ? [only] : (['node', 'indicator'] as const)
  const grades = new Map(kinds.flatMap((kind) => gradesIn(graded.scales[kind]).map((each) => [each.code, each])))
  if (grades.size === 0) return <input type="hidden" name="grade" value={typed.grade} />
  return (
    <div class="field">
      <label for="grade">{t('committee.grade')}</label>
      <select id="grade" name="grade">
        <option value="">{t('committee.no-grade')}</option>
        {[...grades.values()].map((each) => (
          <option value={each.code} selected={each.code === typed.grade} lang={frame.lang === 'ja' ? undefined : 'ja'}>
            {markInWords(each)}
          </option>
        ))}
      </select>
    </div>
  )
}
