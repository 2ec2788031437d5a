import type { Pool } from 'pg'

type Row = {
  readonly name: string
  readonly node: string | null
  readonly departments: readonly string[]
  readonly remarks: string | null
  readonly sheet: string | null
  readonly note: string | null
  readonly figures: readonly (readonly [role: string, year: number | null, raw: string])[] | null
  readonly rates: readonly (readonly [year: number | null, printed: string])[] | null
  readonly costs: readonly string[] | null
}
type Node = {
  readonly id: string
  readonly parent: string | null
  readonly number: string | null
  readonly title: string
}

// 指標ごとに副問い合わせで集める。まとめて集めてつなぐ書きかたは、統計のない表（PGlite は自分では analyze しない）で十倍遅い。
const sql = `
  select e.title, m.name as city,
    (select json_agg(json_build_object('id', n.id, 'parent', n.parent_id, 'number', n.number, 'title', n.title))
       from node n where n.municipality = $1 and n.edition_id = $2 and n.withdrawn_at is null) as nodes,
    (select json_agg(json_build_object('name', i.name, 'node', i.node_id, 'departments', i.departments,
              'remarks', i.remarks, 'sheet', i.sheet_no,
              'note', case when i.repeat_of is not null then '再掲' when i.breakdown_of is not null then '内訳' end,
              'figures', (select json_agg(json_build_array(role, year, raw) order by role, ordinal) from figure f
                where f.municipality = i.municipality and f.edition_id = i.edition_id and f.indicator_id = i.id),
              'rates', (select json_agg(json_build_array(year, printed) order by ordinal) from printed_rate r
                where r.municipality = i.municipality and r.edition_id = i.edition_id and r.indicator_id = i.id),
              'costs', (select json_agg(raw order by ordinal) from cost c
                where c.municipality = i.municipality and c.edition_id = i.edition_id and c.indicator_id = i.id)
            ) order by i.ordinal)
       from indicator i where i.municipality = $1 and i.edition_id = $2 and i.withdrawn_at is null) as rows
    from edition e join municipality m using (municipality)
   where e.municipality = $1 and e.id = $2`

/**
 * 進捗状況一覧表を、領域を通さずに書いたもの。同じ行と欄（名、基準値、目標値、年ごとの実績と印刷された率、
 * 事業費、担当課、備考、シート番号、節の帯）を、SQL 一つと文字の雛形で。率は計算せず、印刷のまま写す。
 */
export const barePage = async (pool: Pool, code: string, edition: string): Promise<string> => {
  const { rows: found } = await pool.query<{ title: string; city: string; nodes: Node[] | null; rows: Row[] | null }>({
    name: 'bare-table',
    text: sql,
    values: [code, edition],
  })
  const [plan] = found
  if (!plan) return ''
  const { title, city, nodes, rows } = { ...plan, nodes: plan.nodes ?? [], rows: plan.rows ?? [] }
  const years = yearsOf(rows)
  return `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>${esc(title)}</title>
<link rel="stylesheet" href="/assets/shirube.css"></head><body><main><h1>${esc(city)} ${esc(title)}</h1>
<table><thead><tr><th>指標</th><th>基準値</th><th>目標値</th><th></th>${years
    .map((year) => `<th>${year}</th>`)
    .join('')}<th>事業費</th><th>担当課</th><th>備考</th><th>No.</th></tr></thead>
${body(rows, nodes, years)}</table></main></body></html>`
}

const yearsOf = (rows: readonly Row[]): number[] => {
  const years = new Set<number>()
  for (const { figures } of rows)
    for (const [role, year] of figures ?? []) if (role === 'actual' && year !== null) years.add(year)
  return [...years].sort((a, b) => a - b)
}

const body = (rows: readonly Row[], nodes: readonly Node[], years: readonly number[]): string => {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const width = years.length + 8
  let html = ''
  let before = new Set<Node>()
  for (const row of rows) {
    const path = pathTo(byId, row.node)
    for (const node of path)
      if (!before.has(node))
        html += `<tr class="band"><th colspan="${width}">${esc(`${node.number ?? ''} ${node.title}`)}</th></tr>`
    before = new Set(path)
    html += rowHtml(row, years)
  }
  return html
}

const pathTo = (byId: ReadonlyMap<string, Node>, id: string | null): Node[] => {
  const path: Node[] = []
  for (let node = byId.get(id ?? ''); node; node = byId.get(node.parent ?? '')) path.unshift(node)
  return path
}

const rowHtml = (row: Row, years: readonly number[]): string => {
  const actuals = new Map<number | null, string>()
  let [baseline, target] = ['', '']
  for (const [role, year, raw] of row.figures ?? []) {
    if (role === 'actual') actuals.set(year, raw)
    else if (role === 'target') target = raw
    else baseline = raw
  }
  const rates = new Map(row.rates ?? [])
  const actualCells = years.map((year) => `<td class="n">${esc(actuals.get(year) ?? '―')}</td>`).join('')
  const rateCells = years.map((year) => `<td class="n">${esc(rates.get(year) ?? '―')}</td>`).join('')
  const note = row.note === null ? '' : `<small>${row.note}</small>`
  return `<tr><th rowspan="2">${esc(row.name)}${note}</th><td class="n" rowspan="2">${esc(baseline)}</td><td class="n" rowspan="2">${esc(target)}</td><th>実績</th>${actualCells}<td class="n" rowspan="2">${esc((row.costs ?? []).join(' '))}</td><td rowspan="2">${esc(row.departments.join(' '))}</td><td rowspan="2">${esc(row.remarks ?? '')}</td><td rowspan="2">${esc(row.sheet ?? '')}</td></tr><tr><th>達成率</th>${rateCells}</tr>`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const esc = (text: string): string =>
  /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (sign) => entities[sign] ?? '') : text
