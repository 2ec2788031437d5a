import type { EditionScale, SubjectKind } from '#domain/evaluation/evaluation.ts'
import { type ScaleGiven, scaleGiven } from '#domain/evaluation/read-scale.ts'
import type { ScalePreview } from '#domain/evaluation/scale-preview.ts'
import type { Message } from '#domain/language/message.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { Problem } from '#domain/problem.ts'
import { Own } from '../../components/own-words.tsx'
import { PlanFrame } from '../../components/plan-frame.tsx'
import { ProblemWords } from '../../components/report/problem-words.tsx'
import { CriterionRows, GradeRows, OutsideRows } from '../../components/scales/grade-rows.tsx'
import { Beside } from '../../components/scales/preview.tsx'
import { ScaleTable } from '../../components/scales/scale-table.tsx'
import { type Frame, yearInSentence, yearInWords } from '../../frame.ts'
import { numberIn } from '../../number-in.ts'

/** 直している区分。`revision` は見ていた版数で、まだ置いていない年度なら 0。 */
export type EditGiven = {
  readonly subject: SubjectKind
  readonly fromYear: string
  readonly revision: number
  readonly scale: ScaleGiven
}

type Props = {
  frame: Frame
  edition: Edition
  given: EditGiven
  preview: { readonly year: number; readonly of: ScalePreview } | undefined
  troubles: readonly Message[]
  problem?: Problem | undefined
  /** 見ていたあいだに、ほかの人が置いた区分。 */
  meanwhile?: EditionScale | undefined
  /** この年度に置いてあるもの（取り去れる）。 */
  placed?: EditionScale | undefined
}

export const editPage = (props: Props): string => String(<EditPage {...props} />)

/** 評価区分を直す。そばに、直すところ・この計画の分かれ方・例の値。台本はいらない。 */
const EditPage = (props: Props) => {
  const { frame, edition, given, preview, troubles, problem, meanwhile, placed } = props
  const { t, to } = frame
  const { code } = edition.municipality
  const title = t('scales.edit-title', { subject: t(`scales.of-${given.subject}`) })
  return (
    <PlanFrame frame={frame} edition={edition} here="grades" title={title}>
      <p>
        <a href={to.scales(code, edition.id)}>{t('scales.back')}</a>
      </p>
      {problem && (
        <p class="notice" role="alert">
          <ProblemWords frame={frame} problem={problem} />
        </p>
      )}
      {meanwhile && <Meanwhile frame={frame} now={meanwhile} />}
      <form method="post" action={to.scales(code, edition.id, 'edit')} novalidate>
        <input type="hidden" name="subject" value={given.subject} />
        <input type="hidden" name="revision" value={String(meanwhile?.revision ?? given.revision)} />
        <input type="hidden" name="id" value={given.scale.id} />
        <div class="scales-edit">
          <div>
            <Fields frame={frame} edition={edition} given={given} />
          </div>
          <aside class="scales-beside" aria-label={t('scales.beside')}>
            <Beside frame={frame} scale={scaleGiven(given.scale)} preview={preview} troubles={troubles} />
          </aside>
        </div>
      </form>
      {placed && <Remove frame={frame} edition={edition} placed={placed} />}
    </PlanFrame>
  )
}

const Fields = ({ frame, edition, given }: Pick<Props, 'frame' | 'edition' | 'given'>) => {
  const { t, lang } = frame
  return (
    <>
      {/* 欄で Enter を押すと、形の初めのボタンが働く。行の操作でなく、例を見るように、ここに置く。 */}
      <p>
        <Try frame={frame} edition={edition} />
      </p>
      <div class="scales-row">
        <div class="scales-field">
          <label for="name">{t('scales.field-name')}</label>
          <input
            id="name"
            name="name"
            value={given.scale.name}
            size={24}
            maxlength={60}
            lang={lang === 'ja' ? undefined : 'ja'}
          />
        </div>
        <div class="scales-field">
          <label for="from">{t('scales.field-from')}</label>
          <select id="from" name="from" aria-describedby="from-hint">
            {yearsFor(edition, given.fromYear).map((year) => (
              <option value={String(year)} selected={String(year) === given.fromYear}>
                {yearInWords(frame, year)}
              </option>
            ))}
          </select>
        </div>
        <p class="hint scales-wide" id="from-hint">
          {t('scales.hint-from')}
        </p>
      </div>
      <section aria-labelledby="grades">
        <h2 id="grades">{t('scales.grades-in-order')}</h2>
        <p class="hint">{t('scales.hint-order')}</p>
        <GradeRows frame={frame} given={given.scale} />
      </section>
      <CriterionRows frame={frame} given={given.scale} />
      <section aria-labelledby="outside">
        <h2 id="outside">{t('scales.outside')}</h2>
        <p class="hint">{t('scales.hint-outside')}</p>
        <OutsideRows frame={frame} given={given.scale} />
      </section>
      <p class="buttons">
        <button type="submit" class="primary">
          {t('scales.save')}
        </button>
        <Try frame={frame} edition={edition} />
      </p>
    </>
  )
}

/** 選べる年度：計画の初めから、終わりの次の年度まで。打たれた年度は、その外でも残す。 */
const yearsFor = ({ firstYear, lastYear }: Edition, typed: string): readonly number[] => {
  const known = numberIn(typed, 4)
  const [first, last] = [firstYear ?? known ?? 2020, (lastYear ?? known ?? 2030) + 1]
  const years = Array.from({ length: Math.max(1, last - first + 1) }, (_, at) => first + at)
  return known === undefined || years.includes(known) ? years : [...years, known].toSorted((a, b) => a - b)
}

/** 書かずに、例と直すところを見る。 */
const Try = ({ frame, edition }: Pick<Props, 'frame' | 'edition'>) => (
  <button type="submit" formaction={frame.to.scales(edition.municipality.code, edition.id, 'try')}>
    {frame.t('scales.try')}
  </button>
)

/** ほかの人が先に置いたもの。打ったものは下の欄に残っている。 */
const Meanwhile = ({ frame, now }: { frame: Frame; now: EditionScale }) => (
  <section class="notice" role="alert" aria-labelledby="meanwhile">
    <h2 id="meanwhile">{frame.t('scales.meanwhile')}</h2>
    <p>{frame.t('scales.meanwhile-lead')}</p>
    <p>
      <b>
        <Own frame={frame}>{now.scale.name}</Own>
      </b>
    </p>
    <ScaleTable frame={frame} scale={now.scale} labelledby="meanwhile" />
  </section>
)

const Remove = ({ frame, edition, placed }: { frame: Frame; edition: Edition; placed: EditionScale }) => (
  <details class="scales-remove">
    <summary>{frame.t('scales.remove')}</summary>
    <form method="post" action={frame.to.scales(edition.municipality.code, edition.id, 'remove')}>
      <input type="hidden" name="subject" value={placed.subject} />
      <input type="hidden" name="from" value={String(placed.fromYear)} />
      <input type="hidden" name="revision" value={String(placed.revision)} />
      <p>{frame.t('scales.remove-lead', { from: yearInSentence(frame, placed.fromYear) })}</p>
      <button type="submit" class="danger">
        {frame.t('scales.remove-do')}
      </button>
    </form>
  </details>
)
