import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ScalePreset } from '#domain/evaluation/presets/preset.ts'
import { scalePresets } from '#domain/evaluation/presets/scale-presets.ts'
import { outsideInWords, ruleInWords } from '#domain/evaluation/rule-in-words.ts'
import { say } from '#domain/language/say.ts'

/** 見本の表（`docs/scales.md`）。試験が、図書と見本の食い違いを見つける。 */
const presetList = (): string =>
  [
    '# 評価区分の見本',
    '',
    '実際に使われている評価区分です。この頁は見本（`src/domain/evaluation/presets/`）から作り、試験が食い違いを見つけます。',
    '「しるべの読み」は、公表されていないか、読めなかったところをどう読んだかです。その市の決まりではありません。',
    '',
    ...scalePresets.flatMap(sectionOf),
  ].join('\n')

const sectionOf = ({ scale, source, criteria }: ScalePreset): readonly string[] => [
  `## ${source.body}　${scale.name}`,
  '',
  say({ code: `scales.about-${scale.id}`, params: {} }),
  '',
  `出どころ：${source.paper}${source.url === '' ? '' : `（<${source.url}>）`}`,
  '',
  '| 区分 | 意味 | 決め方 |',
  '|---|---|---|',
  ...scale.grades.map((grade, rank) => row(grade, say(ruleInWords(scale, rank)))),
  ...scale.outside.map((grade) =>
    row(
      grade,
      `順位の外：${outsideInWords(grade)
        .map((each) => say(each))
        .join('、')}`,
    ),
  ),
  '',
  ...(scale.points ?? []).flatMap(({ label, choices }) => [
    `- ${label}：${choices.map((choice) => `${choice.label} ${choice.points}点`).join('、')}`,
  ]),
  ...(scale.points ? [''] : []),
  ...(criteria === 'reading' ? [`しるべの読み：${say({ code: `scales.reading-${scale.id}`, params: {} })}`, ''] : []),
]

const row = ({ symbol, label, meaning }: { symbol: string; label: string; meaning: string }, rule: string): string =>
  `| ${symbol === label ? label : `${symbol} ${label}`} | ${meaning} | ${rule} |`

// 違えば、`presetList()` の返す字を docs/scales.md に置く。
test('docs/scales.md は、見本のとおり', () => {
  expect(readFileSync(new URL('../../docs/scales.md', import.meta.url), 'utf8')).toBe(presetList())
})
