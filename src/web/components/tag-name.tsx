import type { TagCount } from '#operations/view-tags.ts'
import type { Frame } from '../frame.ts'
import { Own } from './own-words.tsx'

type Props = { frame: Frame; tag: Pick<TagCount, 'value' | 'goal'> }

/** 印の名。番号だけの SDGs には、ゴールの題を添える（「4 質の高い教育をみんなに」）。 */
export const TagName = ({ frame, tag: { value, goal } }: Props) => (
  <>
    <Own frame={frame}>{value}</Own>
    {goal !== undefined && isBare(value) && <> {frame.t(`sdg.${goal}`)}</>}
  </>
)

/** 見出しや題のための、同じ名の文字。 */
export const tagName = (frame: Frame, { value, goal }: Props['tag']): string =>
  goal !== undefined && isBare(value) ? `${value} ${frame.t(`sdg.${goal}`)}` : value

const isBare = (value: string): boolean => value.length <= 3
