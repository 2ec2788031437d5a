import type { ResponseState } from '#domain/collection/response.ts'
import type { Frame } from '../../frame.ts'

/** 回答の状態を、語と形で（色だけに頼らない）。○ 未着手、◔ 入力中、↩ 差戻し、◑ 提出、◕ 確認、● 受理。 */
export const StateWord = ({ frame, state }: { frame: Frame; state: ResponseState }) => (
  <span class={`rounds-state is-${state}`}>
    <span aria-hidden="true" class="rounds-mark">
      {stateMarks[state]}
    </span>
    {stateInWords(frame, state)}
  </span>
)

const stateMarks: Readonly<Record<ResponseState, string>> = {
  'not-started': '○',
  entering: '◔',
  returned: '↩',
  submitted: '◑',
  approved: '◕',
  accepted: '●',
}

export const stateInWords = ({ t }: Frame, state: ResponseState): string => t(`what-response-${state}`)
