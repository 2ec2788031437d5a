import type { Scale } from '#domain/evaluation/scale.ts'
import { examplesOf } from '#domain/evaluation/scale-examples.ts'
import type { ScalePreview } from '#domain/evaluation/scale-preview.ts'
import type { Message } from '#domain/language/message.ts'
import { say } from '#domain/language/say.ts'
import type { Frame } from '../../frame.ts'
import { yearInSentence } from '../../frame.ts'
import { GradeWord } from '../grades/grade-word.tsx'
import { Scroll } from '../scroll.tsx'
import { Spoken } from '../spoken.tsx'

type CountsProps = { frame: Frame; scale: Scale; preview: ScalePreview }

/** この区分なら、いまの指標がどう分かれるか。すべて人が決めるなら、数を並べない。 */
export const PreviewCounts = ({ frame, scale, preview: { total, counts, ask } }: CountsProps) => (
  <ul class="scales-counts">
    {counts
      .filter(({ code, count }) => count > 0 || scale.grades.some((grade) => grade.code === code))
      .map(({ code, count }) => (
        <li>
          <GradeWord frame={frame} scale={scale} code={code} /> {ask < total && <b>{count}</b>}
        </li>
      ))}
    {ask > 0 && (
      <li>
        {frame.t('scales.by-people')} <b>{ask}</b>
      </li>
    )}
  </ul>
)

type Props = {
  frame: Frame
  scale: Scale
  preview: { readonly year: number; readonly of: ScalePreview } | undefined
  troubles: readonly Message[]
}

/** 直すあいだ、そばに見せるもの：直すところ、この計画の分かれ方、例の値。 */
export const Beside = ({ frame, scale, preview, troubles }: Props) => (
  <>
    <Troubles frame={frame} troubles={troubles} />
    {preview && troubles.length === 0 && (
      <section aria-labelledby="preview">
        <h2 id="preview">{frame.t('scales.preview', { year: yearInSentence(frame, preview.year) })}</h2>
        <PreviewCounts frame={frame} scale={scale} preview={preview.of} />
      </section>
    )}
    <Examples frame={frame} scale={scale} />
  </>
)

/** 直すところの一覧。なければ何も出さない。 */
export const Troubles = ({ frame, troubles }: Pick<Props, 'frame' | 'troubles'>) =>
  troubles.length === 0 ? null : (
    <section class="notice" role="alert" aria-labelledby="troubles">
      <h2 id="troubles">{frame.t('scales.fix')}</h2>
      <ul>
        {troubles.map((trouble) => (
          <li>
            <Spoken frame={frame} words={say(trouble, frame.lang)} />
          </li>
        ))}
      </ul>
    </section>
  )

const Examples = ({ frame, scale }: Pick<Props, 'frame' | 'scale'>) => {
  const examples = examplesOf(scale)
  if (examples.length === 0) return null
  return (
    <section aria-labelledby="examples">
      <h2 id="examples">{frame.t('scales.examples')}</h2>
      <Scroll labelledby="examples">
        <table class="plain scales-examples">
          <thead>
            <tr>
              <th scope="col">{frame.t('scales.example-head')}</th>
              <th scope="col">{frame.t('scales.col-grade')}</th>
            </tr>
          </thead>
          <tbody>
            {examples.map(({ value, answer }) => (
              <tr>
                <th scope="row">{say(value, frame.lang)}</th>
                <td>
                  {answer.kind === 'ask' ? (
                    frame.t('scales.by-people')
                  ) : (
                    <GradeWord frame={frame} scale={scale} code={answer.grade.code} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
