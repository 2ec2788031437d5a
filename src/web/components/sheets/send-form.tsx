import { type Problem, problemInWords } from '#domain/problem.ts'
import type { Frame } from '../../frame.ts'
import { Spoken } from '../spoken.tsx'

type Props = {
  frame: Frame
  action: string
  refused: readonly Problem[]
  /** いくつもまとめて送れるか。 */
  several?: boolean
}

/** 用紙を選んで送る。断られたわけは、欄のすぐ上に。 */
export const SendForm = ({ frame, action, refused, several = false }: Props) => (
  <form class="sheets-send" method="post" enctype="multipart/form-data" action={action}>
    <div class="field">
      <label for="file">{frame.t(several ? 'sheets.files' : 'sheets.file')}</label>
      {refused.length > 0 && (
        <div class="error" id="file-error" role="alert">
          {refused.map((problem) => (
            <p>
              <Spoken
                frame={frame}
                words={`${problemInWords(problem, frame.lang)}${frame.lang === 'ja' ? '。' : '.'}`}
              />
            </p>
          ))}
        </div>
      )}
      <input
        type="file"
        id="file"
        name="file"
        required
        multiple={several}
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        aria-invalid={refused.length > 0 ? 'true' : undefined}
        aria-describedby={refused.length > 0 ? 'file-error' : undefined}
      />
    </div>
    <p class="buttons">
      <button type="submit" class="primary">
        {frame.t('sheets.send')}
      </button>
    </p>
  </form>
)
