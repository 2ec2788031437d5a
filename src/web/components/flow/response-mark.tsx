import { raw } from 'hono/html'
import type { ResponseState } from '#domain/collection/response.ts'
import type { Frame } from '../../frame.ts'
import { type Shape, shape } from '../shapes.ts'

const shapes: Readonly<Record<ResponseState, Shape>> = {
  'not-started': 'not-judged',
  entering: 'on-the-way',
  returned: 'behind',
  submitted: 'up',
  approved: 'reached',
  accepted: 'reached',
}

/** 回答の状態。形と語。 */
export const ResponseMark = ({ frame, state }: { frame: Frame; state: ResponseState }) => (
  <span class={`flow-mark ${state}`}>
    {raw(shape(shapes[state]))}
    {frame.t(`what-response-${state}`)}
  </span>
)
