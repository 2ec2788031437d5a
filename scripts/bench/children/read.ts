import { findingsIn } from '#domain/findings/findings-in.ts'
import { problemInWords } from '#domain/problem.ts'
import { readDocument } from '#operations/read-document.ts'
import { answering } from './answering.ts'

export type ReadTimes = {
  readonly read: readonly number[]
  readonly check: readonly number[]
  readonly findings: number
  readonly indicators: number
  readonly projects: number
}

/** 図書を一つ、このプロセスの中で続けて読んで突き合わせる。一回目は機械語になる前の時間。 */
answering<{ path: string; milliseconds: number }>(async ({ path, milliseconds }): Promise<ReadTimes> => {
  const [read, check]: [number[], number[]] = [[], []]
  let [findings, indicators, projects] = [0, 0, 0]
  const until = performance.now() + milliseconds
  while (read.length < 4 || performance.now() < until) {
    const started = performance.now()
    const draft = await readDocument(path)
    if (!draft.ok) throw new Error(problemInWords(draft.problem))
    const middle = performance.now()
    findings = findingsIn(draft.value).length
    check.push(performance.now() - middle)
    read.push(middle - started)
    indicators = draft.value.indicators.length
    projects = draft.value.projects.length
  }
  return { read, check, findings, indicators, projects }
})
