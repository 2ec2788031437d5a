import type { Reporter, TestCase, TestModule } from 'vitest/node'

const casesOf = (modules: readonly TestModule[]): TestCase[] =>
  modules.flatMap((module) => [...module.children.allTests()])

/** 終わりに「N passed, N failed」を一行で言う。読み込めなかった試験ファイルも一つの失敗と数える。 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const cases = casesOf(modules)
    const count = (state: string) => cases.filter((test) => test.result().state === state).length
    const broken = modules.filter((module) => module.errors().length > 0).length
    const skipped = count('skipped')
    const failed = count('failed') + broken + errors.length
    console.log(`\n${count('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  }
}
