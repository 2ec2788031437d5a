import type { ReferralGiven, ReferralTrouble } from '#domain/committee/read-referral.ts'
import { referredGoals } from '#domain/committee/referred.ts'
import { subjectKey } from '#domain/committee/subject-key.ts'
import { type Goal, nodeInWords } from '#domain/plan/outline.ts'
import type { ReferralForm } from '#operations/committee/referrals-view.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { Tick } from '../rounds/form-fields.tsx'
import { FieldError } from './field-error.tsx'

type Props = { frame: Frame; form: ReferralForm; given: ReferralGiven; troubles: readonly ReferralTrouble[] }

/** 見せるもの：計画のすべてか、目標・施策・指標から選ぶ。 */
export const SubjectsFields = ({ frame, form, given, troubles }: Props) => {
  const { t } = frame
  const goals = referredGoals(form.edition.content, [])
  const ticked = (key: string) => given.subjects.includes(key)
  return (
    <fieldset id="subjects" tabindex={-1}>
      <legend>{t('committee.field-subjects')}</legend>
      <FieldError frame={frame} troubles={troubles} field="subjects" />
      <Tick kind="radio" name="whom" value="all" checked={!given.chooses}>
        {t('committee.subjects-all')}
      </Tick>
      <Tick kind="radio" name="whom" value="chosen" checked={given.chooses}>
        {t('committee.subjects-chosen')}
      </Tick>
      <p class="hint">{t('committee.hint-subjects')}</p>
      <div class="committee-subjects">
        {goals.map(({ goal, measures }) => (
          <div class="committee-subject">
            {goal && (
              <Tick name="subject" value={keysOf(goal).join(' ')} checked={keysOf(goal).every(ticked)}>
                <strong>
                  <Own frame={frame}>{goal.words}</Own>
                </strong>
              </Tick>
            )}
            <details open={measures.some(hasTicked(ticked))}>
              <summary>{t('committee.choose-below')}</summary>
              {measures.map(({ node, indicators }) => (
                <div class="committee-subject">
                  {!goal?.nodes.includes(node) && (
                    <Tick
                      name="subject"
                      value={subjectKey({ kind: 'node', id: node.id })}
                      checked={ticked(subjectKey({ kind: 'node', id: node.id }))}
                    >
                      <Own frame={frame}>{nodeInWords(node)}</Own>
                    </Tick>
                  )}
                  <div class="committee-subject">
                    {indicators.map(({ id, name }) => (
                      <Tick
                        name="subject"
                        value={subjectKey({ kind: 'indicator', id })}
                        checked={ticked(subjectKey({ kind: 'indicator', id }))}
                      >
                        <Own frame={frame}>{name}</Own>
                      </Tick>
                    ))}
                  </div>
                </div>
              ))}
            </details>
          </div>
        ))}
      </div>
    </fieldset>
  )
}

/** 「全体目標」と「個別目標」に二度出る目標は、一つの欄で選ぶ。 */
const keysOf = ({ nodes }: Goal): readonly string[] => nodes.map(({ id }) => subjectKey({ kind: 'node', id }))

type Measure = ReturnType<typeof referredGoals>[number]['measures'][number]

const hasTicked =
  (ticked: (key: string) => boolean) =>
  ({ node, indicators }: Measure): boolean =>
    ticked(subjectKey({ kind: 'node', id: node.id })) ||
    indicators.some(({ id }) => ticked(subjectKey({ kind: 'indicator', id })))
