/** 記録の前と後の違い一つ。`path` は欄の名と、並びの中の何か（指標の id など）。ない側は null。 */
export type AuditChange = {
  readonly path: readonly string[]
  readonly before: string | null
  readonly after: string | null
}

type Leaves = ReadonlyMap<string, string>

/**
 * 監査記録の前と後を、欄ごとに比べる。変わらない欄は出さない。片方しかなければ、その側の欄すべて。
 * 並びの中のものは、順でなく、それが何か（id・欄の名・年度など）で突き合わせる。
 *
 * @example auditDifference({ state: 'entering' }, { state: 'submitted', reason: null })
 *   // → [{ path: ['state'], before: 'entering', after: 'submitted' }]
 */
export const auditDifference = (before: unknown, after: unknown): readonly AuditChange[] => {
  const [was, is] = [leavesOf(plainly(before)), leavesOf(plainly(after))]
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((key) => was.get(key) !== is.get(key))
    .map((key) => ({ path: key.split('\0'), before: was.get(key) ?? null, after: is.get(key) ?? null }))
    .filter((change) => !goesWithoutSaying(change))
}

/** 初めて書いた「いいえ」と、欄の名から分かる値の種類。 */
const goesWithoutSaying = ({ path, before, after }: AuditChange): boolean =>
  alreadyTold.includes(path.at(-1) ?? '') ||
  (before === null && after === 'false') ||
  (path.at(-1) === 'kind' && path.at(-2) === 'value')

/** 記録そのものが言っていること（だれが・いつ）と、書くたびに上がる版数。 */
const alreadyTold: readonly string[] = ['at', 'by', 'revision']

/** 形の違う前と後をそろえる。回答の記録の後は「書いた欄・消した欄」なので、書いた欄の並びにする。 */
const plainly = (value: unknown): unknown =>
  isRecord(value) && Array.isArray(value.written)
    ? value.written
    : isRecord(value) && Array.isArray(value.changes)
      ? { ...value, changes: value.changes.map(withoutChange) }
      : value

const withoutChange = (value: unknown): unknown => {
  if (!isRecord(value)) return value
  const { change: _, ...rest } = value
  return rest
}

const leavesOf = (value: unknown): Leaves => {
  const found = new Map<string, string>()
  gather(value, [], found)
  return found
}

const gather = (value: unknown, path: readonly string[], found: Map<string, string>): void => {
  if (value === null || value === undefined) return
  if (Array.isArray(value)) gatherList(value, path, found)
  else if (isRecord(value)) for (const [key, each] of Object.entries(value)) gather(each, [...path, key], found)
  else found.set(path.join('\0'), String(value))
}

const gatherList = (list: readonly unknown[], path: readonly string[], found: Map<string, string>): void => {
  if (list.length > 0 && list.every((each) => !isRecord(each) && !Array.isArray(each))) {
    found.set(path.join('\0'), list.map(String).join('、'))
    return
  }
  for (const [at, each] of list.entries()) {
    if (!isRecord(each)) gather(each, [...path, String(at + 1)], found)
    else {
      const names = identifying.filter((key) => typeof each[key] === 'string' || typeof each[key] === 'number')
      const rest = Object.fromEntries(Object.entries(each).filter(([key]) => !names.includes(key)))
      gather(rest, [...path, ...(names.length > 0 ? names.map((key) => String(each[key])) : [String(at + 1)])], found)
    }
  }
}

/** 並びの中で、それが何かを言う欄。 */
const identifying: readonly string[] = ['kind', 'itemId', 'indicatorId', 'id', 'key', 'field', 'year']

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
