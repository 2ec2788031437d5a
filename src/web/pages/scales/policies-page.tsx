import { directionPresets } from '#domain/evaluation/presets/policies.ts'
import { givenPolicies, type PoliciesGiven, policyActions } from '#domain/evaluation/read-policies.ts'
import type { Scale } from '#domain/evaluation/scale.ts'
import { gradeInWords } from '#domain/evaluation/standing-grade.ts'
import type { Message } from '#domain/language/message.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { EditionPolicies } from '#operations/evaluation/scales.ts'
import { GradeWord } from '../../components/grades/grade-word.tsx'
import { Own } from '../../components/own-words.tsx'
import { PlanFrame } from '../../components/plan-frame.tsx'
import { Troubles } from '../../components/scales/preview.tsx'
import { Spoken } from '../../components/spoken.tsx'
import type { Frame } from '../../frame.ts'

type Props = {
  frame: Frame
  edition: Edition
  scale: Scale | null
  given: PoliciesGiven
  revision: number
  troubles: readonly Message[]
  meanwhile?: EditionPolicies | undefined
}

export const policiesPage = (props: Props): string => String(<PoliciesPage {...props} />)

/** 評価ごとの見直しの決まりと、今後の方向性を直す。 */
const PoliciesPage = ({ frame, edition, scale, given, revision, troubles, meanwhile }: Props) => {
  const { t, to, lang } = frame
  const { code } = edition.municipality
  const title = t('scales.policies-title')
  return (
    <PlanFrame frame={frame} edition={edition} here="grades" title={title} wide={false}>
      <p>
        <a href={to.scales(code, edition.id)}>{t('scales.back')}</a>
      </p>
      <Troubles frame={frame} troubles={troubles} />
      {meanwhile && <Meanwhile frame={frame} scale={scale} now={meanwhile} />}
      <form method="post" action={to.scales(code, edition.id, 'policies')}>
        <input type="hidden" name="revision" value={String(meanwhile?.revision ?? revision)} />
        <h2>{t('scales.policies')}</h2>
        <p class="hint">{t(given.policies.length === 0 ? 'scales.policies-need-scale' : 'scales.policies-hint')}</p>
        {given.policies.map((policy, at) => (
          <Policy frame={frame} scale={scale} policy={policy} at={at} />
        ))}
        <h2>{t('scales.directions')}</h2>
        <div class="field">
          <label for="directions">{t('scales.field-directions')}</label>
          <p class="hint" id="directions-hint">
            {t('scales.hint-directions')}
          </p>
          <textarea
            id="directions"
            name="directions"
            rows={9}
            lang={lang === 'ja' ? undefined : 'ja'}
            aria-describedby="directions-hint"
          >
            {given.directions}
          </textarea>
        </div>
        <p class="buttons">
          <button type="submit" class="primary">
            {t('scales.save-policies')}
          </button>
        </p>
        <h3>{t('scales.examples-used')}</h3>
        <p class="hint">{t('scales.examples-used-hint')}</p>
        <p class="buttons">
          {scale && (
            <button type="submit" name="fill" value="daisen">
              <Spoken frame={frame} words={t('scales.fill-daisen')} />
            </button>
          )}
          {directionPresets.map(({ id, body }) => (
            <button type="submit" name="fill" value={id}>
              {t('scales.fill-directions')} <Own frame={frame}>{body}</Own>
            </button>
          ))}
        </p>
      </form>
    </PlanFrame>
  )
}

type PolicyProps = { frame: Frame; scale: Scale | null; policy: PoliciesGiven['policies'][number]; at: number }

const Policy = ({ frame, scale, policy, at }: PolicyProps) => {
  const { t, lang } = frame
  return (
    <fieldset class="scales-row">
      <legend>
        <GradeWord frame={frame} scale={scale} code={policy.grade} />
      </legend>
      <input type="hidden" name="grade" value={policy.grade} />
      <div class="scales-field">
        <label for={`action-${at}`}>{t('scales.col-action')}</label>
        <select id={`action-${at}`} name="action">
          <option value="">{t('scales.action-none')}</option>
          {policyActions.map((action) => (
            <option value={action} selected={action === policy.action}>
              {t(`scales.action-${action}`)}
            </option>
          ))}
        </select>
      </div>
      <div class="scales-field scales-grow">
        <label for={`words-${at}`}>{t('scales.col-words')}</label>
        <input
          id={`words-${at}`}
          name="words"
          value={policy.words}
          maxlength={400}
          lang={lang === 'ja' ? undefined : 'ja'}
        />
      </div>
    </fieldset>
  )
}

/** ほかの人が先に変えた決まり。打ったものは下の欄に残っている。 */
const Meanwhile = ({ frame, scale, now }: { frame: Frame; scale: Scale | null; now: EditionPolicies }) => {
  const { policies, directions } = givenPolicies([], now)
  return (
    <section class="notice" role="alert" aria-labelledby="meanwhile">
      <h2 id="meanwhile">{frame.t('scales.meanwhile')}</h2>
      <p>{frame.t('scales.meanwhile-lead')}</p>
      <ul>
        {policies.map(({ grade, words }) => (
          <li>
            <Own frame={frame}>
              {gradeInWords(scale, grade)}：{words}
            </Own>
          </li>
        ))}
      </ul>
      <p class="scales-lines">
        <Own frame={frame}>{directions}</Own>
      </p>
    </section>
  )
}
