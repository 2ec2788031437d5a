// 速さと記憶を計り、docs/benchmarks.md に書く。 npm run bench（15 分ほど。終わればプロセスもフォルダーも残さない）
// 節の名を添えると、その節だけを計り直す。 npm run bench -- 評価 改訂
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { adoptionSection } from './bench/adoption.ts'
import { collectionSection } from './bench/collection.ts'
import { benchDocuments } from './bench/documents.ts'
import { startEngines } from './bench/engines.ts'
import { gradingSection } from './bench/grading.ts'
import { largeSection } from './bench/large.ts'
import { busyness, machine } from './bench/machine.ts'
import { replaceSection } from './bench/one-section.ts'
import { bundleChildren, stopAll } from './bench/processes.ts'
import { readingSection } from './bench/reading.ts'
import { reportSection } from './bench/reports.ts'
import { reviewSection } from './bench/review.ts'
import { revisionSection } from './bench/revision.ts'
import { scriptSection } from './bench/scripts.ts'
import { measureServing, pageSection, ratioSection } from './bench/serving.ts'
import { startSection } from './bench/start.ts'
import { root } from './bundle.ts'

const started = performance.now()
const log = (what: string) => console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${what}`)

// 依存を node_modules から見つけられるように、package の中に置く（dist は git の外）。
mkdirSync(join(root, 'dist'), { recursive: true })
const work = mkdtempSync(join(root, 'dist', 'bench-'))
const tidy = () => {
  stopAll()
  rmSync(work, { recursive: true, force: true, maxRetries: 5 })
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
process.once('exit', tidy)

const built = spawnSync(process.execPath, [join(root, 'scripts', 'build.ts')], { stdio: 'inherit' })
if (built.status !== 0) process.exit(1)
await bundleChildren(work)
const documents = benchDocuments()
const samples = documents.filter(({ kind }) => kind === '見本')
// 見本のない配布物では、原本で。
const shown = samples.length > 0 ? samples : documents
const busyBefore = busyness()
const page = join(root, 'docs', 'benchmarks.md')

const asked = process.argv.slice(2)
if (asked.length > 0) {
  const running = await startEngines(work)
  const [first] = running.all
  const sections: Readonly<Record<string, () => Promise<string>>> = {
    取り込む: () => adoptionSection(documents, running.all, work),
    読み直す: () => reviewSection(running.all, work),
    帳票: () => reportSection(work),
    ...(first && { 大きな計画: () => largeSection(first, work), 評価: () => gradingSection(first) }),
    改訂: revisionSection,
    とりまとめ: () => collectionSection(running.all),
  }
  for (const name of asked) {
    const section = sections[name]
    if (!section) throw new Error(`no section "${name}": ${Object.keys(sections).join('・')}`)
    log(name)
    replaceSection(page, await section())
  }
  await running.stop()
  process.exit(0)
}

log('起こす')
const start = await startSection(work)
log('読む')
const reading = await readingSection(documents, work)
const engines = await startEngines(work)
log('取り込む')
const adoption = await adoptionSection(documents, engines.all, work)
log('読み直す')
const rereading = await reviewSection(engines.all, work)
log('帳票')
const reports = await reportSection(work)
const servings = []
for (const engine of engines.all) {
  log(`画面（${engine.name}）`)
  servings.push(await measureServing(engine, shown, work))
}
log('とりまとめ')
const collection = await collectionSection(engines.all)
log('大きな計画')
const [light] = engines.all
const large = light ? await largeSection(light, work) : ''
log('評価')
const grading = light ? await gradingSection(light) : ''
log('改訂')
const revision = await revisionSection()
await engines.stop()

const text = `# 計測

\`npm run bench\` が書く。手で直さない。

${machine(engines.postgres).join('\n')}
- 計った日: ${new Date().toLocaleDateString('sv-SE')}。かかった時間 ${((performance.now() - started) / 60_000).toFixed(1)} 分。機械の忙しさ（load average）は、始めに ${busyBefore}、終わりに ${busyness()}

時間はこの機械のもので、機械が違えば違う。読みくらべるのは比と、前の版の同じ表。「見本」は \`samples/\` の図書、「原本」は各市が公開した図書の文字起こし
（この package には入っていない。となりに置いてあるときだけ計る）。

${[reading, adoption, start, rereading, reports, ratioSection(servings), pageSection(servings), scriptSection(), large, grading, revision, collection].join('\n\n')}
`
writeFileSync(page, text)
log('docs/benchmarks.md')
process.exit(0)
