import type { PlanNode } from '../plan/draft.ts'
import { linesChangedIn } from './compared-lines.ts'
import { type ComparedEntry, type ComparedNode, reasonsOf } from './comparison.ts'

/**
 * 主な変更内容の一行ずつ（改訂概要）。節と事業の変更を一つ一行で言い、企画課の書いた理由があればその文にする。
 * 指標の変更は数で言うので（評価ごとの見直し）、ここには入れない。
 *
 * @example changeLines(パッケージの節とその下) // → ['「スマート農業」に関する取組を追加', '本文を更新']
 */
export const changeLines = (rows: readonly ComparedNode[], head: PlanNode): readonly string[] => [
  ...new Set(
    rows.flatMap(({ node, self, entries }) => [
      ...linesFor(self, node.id === head.id ? null : node.title),
      ...entries.filter(({ on }) => on === 'project').flatMap((each) => linesFor(each, nameOf(each))),
    ]),
  ),
]

const linesFor = (entry: ComparedEntry, name: string | null): readonly string[] => {
  const changed = linesChangedIn(entry.lines)
  if (entry.state === 'same' && entry.movedFrom === null && !entry.reordered) return []
  const reasons = reasonsOf(entry.changes)
  const said = reasons.filter((reason) => saysChange.test(reason))
  if (said.length > 0) return said
  const why = reasons.length > 0 ? `（${reasons.join('、')}）` : ''
  return saidPlainly(entry, name, changed).map((line) => `${line}${why}`)
}

/** 何をどう改めたかまで言っている文か（「…に関する取組を追加」）。わけだけの文は、決まったことばに添える。 */
const saysChange =
  /(?:追加|更新|修正|変更|新設|廃止|見直し|改称|移動|記載|拡充|強化|削除|統合|整理|反映|設ける|加える|改める|(?:追加|更新|修正|変更|新設|廃止|統合|反映|記載|削除)(?:する|した|します|しました))。?$/

/** 理由のない変更を、決まったことばで。 */
const saidPlainly = (
  { on, state, movedFrom, reordered, lines }: ComparedEntry,
  name: string | null,
  changed: ReadonlySet<string>,
): readonly string[] => {
  const called = `${on === 'project' ? '事業' : ''}「${name ?? lines.find(({ field }) => field === 'name')?.after ?? ''}」`
  if (state === 'new') return [`${called}を追加`]
  if (state === 'removed') return [`${called}を廃止`]
  const old = lines.find(({ field }) => field === 'name')?.before ?? ''
  const others = [...changed].some((field) => field !== 'name')
  return [
    ...(changed.has('name') ? [`「${old}」を${called}に改称`] : []),
    ...(others ? [name === null ? '取組の内容を更新' : `${called}の内容を更新`] : []),
    ...(movedFrom === null ? [] : [`${called}を移動（旧：${movedFrom}）`]),
    ...(reordered && movedFrom === null ? [`${called}の順を変更`] : []),
  ]
}

const nameOf = ({ lines }: ComparedEntry): string => {
  const line = lines.find(({ field }) => field === 'name')
  return line?.after ?? line?.before ?? ''
}
