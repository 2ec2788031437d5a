import { type Problem, problemInWords } from '#domain/problem.ts'
import type { Frame } from '../../frame.ts'
import { Spoken } from '../spoken.tsx'

type Props = { frame: Frame; action: string; refused?: Problem | undefined }

/** 用紙を選んで送る。断られたわけは、欄のすぐ上に。 */
export const SendForm = ({ frame, action, refused }: Props) => (
  <form class="sheets-send" method="post" enctype="multipart/form-data" action={action}>
    <div class="field">
      <label for="file">{frame.t('sheets.file')}</label>
      {refused && (
        <p class="error" id="file-error" role="alert">
          <Spoken frame={frame} words={`${problemInWords(refused, frame.lang)}${frame.lang === 'ja' ? '。' : '.'}`} />
        </p>
      )}
      <input
        type="file"
        id="file"
        name="file"
        required
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        aria-invalid={refused ? 'true' : undefined}
        aria-describedby={refused ? 'file-error' : undefined}
      />
    </div>
    <p class="buttons">
      <button type="submit" class="primary">
        {frame.t('sheets.send')}
      </button>
    </p>
  </form>
)
