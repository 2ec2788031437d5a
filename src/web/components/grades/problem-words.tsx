import { type Problem, problemInWords } from '#domain/problem.ts'
import type { Frame } from '../../frame.ts'
import { Spoken } from '../spoken.tsx'

/** 断りの一文。 */
export const ProblemWords = ({ frame, problem }: { frame: Frame; problem: Problem }) => (
  <Spoken frame={frame} words={problemInWords(problem, frame.lang)} />
)
