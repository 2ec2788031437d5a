import { alsoForAbsences, outsideInWords, ruleInWords } from '#domain/evaluation/rule-in-words.ts'
import type { Scale } from '#domain/evaluation/scale.ts'
import type { Message } from '#domain/language/message.ts'
import { say } from '#domain/language/say.ts'
import type { Frame } from '../../frame.ts'
import { GradeWord } from '../grades/grade-word.tsx'
import { Own } from '../own-words.tsx'
import { Scroll } from '../scroll.tsx'

type Props = { frame: Frame; scale: Scale; labelledby: string }

/** 評価区分の凡例：印とことば、意味、どう決めるか。委員がこれだけで読める形。 */
export const ScaleTable = ({ frame, scale, labelledby }: Props) => {
  const { t } = frame
  // 決め方がそのまま意味である区分（率の境だけのもの）では、意味の欄を置かない。
  const hasMeanings = [...scale.grades, ...scale.outside].some(({ meaning }) => meaning !== '')
  return (
    <Scroll labelledby={labelledby}>
      <table class="plain scales-table">
        <thead>
          <tr>
            <th scope="col">{t('scales.col-grade')}</th>
            {hasMeanings && <th scope="col">{t('scales.col-meaning')}</th>}
            <th scope="col">{t('scales.col-rule')}</th>
          </tr>
        </thead>
        <tbody>
          {scale.grades.map((grade, rank) => (
            <tr>
              <th scope="row">
                <GradeWord frame={frame} scale={scale} code={grade.code} />
              </th>
              {hasMeanings && (
                <td>
                  <Own frame={frame}>{grade.meaning}</Own>
                </td>
              )}
              <td>{joined(frame, [ruleInWords(scale, rank), ...alsoForAbsences(grade)])}</td>
            </tr>
          ))}
        </tbody>
        {scale.outside.length > 0 && (
          <tbody>
            <tr>
              <th colspan={hasMeanings ? 3 : 2} scope="rowgroup" class="scales-outside">
                {t('scales.outside')}
              </th>
            </tr>
            {scale.outside.map((grade) => (
              <tr>
                <th scope="row">
                  <GradeWord frame={frame} scale={scale} code={grade.code} />
                </th>
                {hasMeanings && (
                  <td>
                    <Own frame={frame}>{grade.meaning}</Own>
                  </td>
                )}
                <td>{joined(frame, outsideInWords(grade))}</td>
              </tr>
            ))}
          </tbody>
        )}
      </table>
    </Scroll>
  )
}

const joined = ({ lang }: Frame, words: readonly Message[]): string =>
  words.map((each) => say(each, lang)).join(lang === 'ja' ? '、' : ', ')

/** 点を付ける観点。選びと点を並べる。 */
export const Criteria = ({ frame, scale }: { frame: Frame; scale: Scale }) =>
  scale.points === undefined || scale.points.length === 0 ? null : (
    <dl class="scales-criteria">
      {scale.points.map(({ label, choices }) => (
        <div>
          <dt>
            <Own frame={frame}>{label}</Own>
          </dt>
          <dd>
            <Own frame={frame}>
              {choices
                .map(
                  (choice) =>
                    `${choice.code === choice.points ? '' : `${choice.code} `}${choice.label}：${choice.points}点`,
                )
                .join('、')}
            </Own>
          </dd>
        </div>
      ))}
    </dl>
  )
