import { type Problem, problemInWords } from '#domain/problem.ts'
import type { FindingLine, FindingsView } from '#operations/view-findings.ts'
import type { Frame } from '../frame.ts'
import { RecordedAs } from './recorded-as.tsx'

/** 送られたが受け付けられなかった答え。書いたものを失わないように、欄に戻す。 */
export type Refused = { readonly key: string; readonly reason: string; readonly problem: Problem }

/** 頁の外から来るもの。作業する人の名と、受け付けられなかった答え。 */
export type Given = { readonly name: string; readonly refused?: Refused }

type Props = { frame: Frame; view: FindingsView; line: FindingLine; given: Given }

/** 気づき一つへの答え。わけを書いて「印刷のまま」、または「尋ねている」「直した」。直すときは取込みの見直しへ。 */
export const AnswerForm = ({ frame, view, line, given }: Props) => {
  const { key, answer } = line
  const refused = given.refused?.key === key ? given.refused : undefined
  const [reason, error, hint] = [`r-${key}`, `e-${key}`, `h-${key}`]
  const { code } = view.edition.municipality
  return (
    <details class="answer" open={refused !== undefined}>
      <summary>{frame.t(answer ? 'answer.change' : 'answer.open')}</summary>
      <form method="post" action={frame.to.findings(code, view.edition.id)}>
        <input type="hidden" name="key" value={key} />
        <Where view={view} />
        <div class="field">
          <label for={reason}>{frame.t('answer.reason')}</label>
          <p class="hint" id={hint}>
            {frame.t('answer.reason-hint')}
          </p>
          {refused && (
            <p class="error" id={error} role="alert">
              {problemInWords(refused.problem, frame.lang)}
            </p>
          )}
          <input
            id={reason}
            name="reason"
            value={refused?.reason ?? answer?.reason ?? ''}
            maxlength={2000}
            autocomplete="off"
            aria-describedby={refused ? `${error} ${hint}` : hint}
            aria-invalid={refused ? 'true' : undefined}
          />
        </div>
        <RecordedAs frame={frame} field="name">
          <div class="field">
            <label for={`n-${key}`}>{frame.t('answer.name')}</label>
            <input id={`n-${key}`} name="name" value={given.name} maxlength={60} autocomplete="name" />
          </div>
        </RecordedAs>
        <p class="buttons">
          {(['leave', 'asked', 'corrected'] as const).map((each) => (
            <button type="submit" name="answer" value={each}>
              {frame.t(`answer.${each}`)}
            </button>
          ))}
          {answer && (
            <button type="submit" name="answer" value="withdraw" class="plain">
              {frame.t('answer.withdraw')}
            </button>
          )}
        </p>
      </form>
    </details>
  )
}

/** 答えたあと、いまの絞り込みの、次の気づきに戻るため。 */
const Where = ({ view: { filter, page } }: { view: FindingsView }) => (
  <>
    {Object.entries({ ...filter, page: page.number }).map(
      ([name, value]) => value !== undefined && <input type="hidden" name={`in-${name}`} value={String(value)} />,
    )}
  </>
)
