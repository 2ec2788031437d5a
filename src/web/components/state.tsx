import { raw } from 'hono/html'
import type { Standing } from '#domain/indicator/standing.ts'
import type { Frame } from '../frame.ts'
import { shape } from './shapes.ts'

/** 指標の位置。形と語、そのつぎに色。 */
export const State = ({ frame, standing }: { frame: Frame; standing: Standing }) => (
  <span class={`state ${standing}`}>
    {raw(shape(standing))}
    {frame.t(`standing.${standing}`)}
  </span>
)
