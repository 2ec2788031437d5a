type Candidate = { readonly name: string; readonly key: string }

/** 近い名を出すのは、これより短い名に限る（でたらめに長い名の比べで時間を使わない）。 */
const longest = 40

/**
 * 近い名を、近い順に三つまで。片方がもう片方を含むか、字の三分の一ほどまでの書き違いなら近いとみる。
 * `nearest('指標め', [{ name: '指標名', key: '指標名' }, …])` → ['指標名']
 */
export const nearest = (wanted: string, candidates: readonly Candidate[]): readonly string[] => {
  if (wanted.length === 0 || wanted.length > longest) return []
  const found = candidates
    .map(({ name, key }) => ({ name, distance: distanceOf(wanted, key) }))
    .filter(({ distance }) => distance < Infinity)
    .toSorted((a, b) => a.distance - b.distance)
  return [...new Set(found.map(({ name }) => name))].slice(0, 3)
}

const distanceOf = (wanted: string, key: string): number => {
  const apart = Math.abs(wanted.length - key.length)
  if (wanted.includes(key) || key.includes(wanted)) return Math.min(apart, 1 + apart / 10)
  const allowed = Math.max(1, Math.floor(Math.max(wanted.length, key.length) / 3))
  // 長さの差だけ直さなければならないので、比べるまでもない。
  if (apart > allowed) return Infinity
  const edits = editDistance(wanted, key)
  return edits <= allowed ? edits : Infinity
}

/** 何字直せば同じになるか（挿入・削除・置換）。`editDistance('達成立', '達成率')` → 1 */
export const editDistance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const kept = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(kept, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
