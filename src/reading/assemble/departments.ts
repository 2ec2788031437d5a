/** 組織名の終わり。これで終わらない切れ端は、折り返しで割れた名の前半とみる。 */
const ending =
  /(?:課|室|局|部|係|署|所|館|院|園|校|センター|本部|事務局|委員会|協議会|会議所|機構|公社|支所|チーム|班|担当)(?:[（(][^）)]*[）)])?$/u

const dash = /^[-－‐―–ー─]$/u

/**
 * 担当課の升目を課ごとに分ける。空白・読点・改行・「／」で区切り、中黒は両側が組織名で終わるときだけ区切る
 * （「健康・子育て応援課」は一つの課）。「-」だけの升目は課なし。
 *
 * @example splitDepartments('商工振興課 農林課') // → ['商工振興課', '農林課']
 */
export const splitDepartments = (cell: string): readonly string[] =>
  cell
    .split(/[\s、，,／/;；]+/u)
    .reduce<readonly string[]>(joinBroken, [])
    .flatMap(splitDots)
    .filter((name) => name !== '' && !dash.test(name))

const joinBroken = (names: readonly string[], piece: string): readonly string[] => {
  const last = names.at(-1)
  if (last === undefined || last === '' || ending.test(last) || dash.test(last)) return [...names, piece]
  return [...names.slice(0, -1), last + piece]
}

const splitDots = (name: string): readonly string[] => {
  const parts = name.split('・')
  return parts.length > 1 && parts.every((part) => ending.test(part)) ? parts : [name]
}
