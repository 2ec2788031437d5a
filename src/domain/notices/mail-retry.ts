/** 諦めるまで。三日。 */
const patience = 3 * 24 * 60 * 60_000

/** 一度しくじるごとに待ちを三倍にする。5 分、15 分、45 分…、長くて 6 時間。 */
const waitAfter = (attempts: number): number => Math.min(5 * 3 ** Math.max(0, attempts - 1), 360) * 60_000

/**
 * 次に試す時。三日を過ぎていれば null（諦める）。
 *
 * @example retryAt({ madeAt: '2026-06-05T00:00:00.000Z', attempts: 1 }, now) // 5 分あと
 */
export const retryAt = (
  { madeAt, attempts }: { readonly madeAt: string; readonly attempts: number },
  now: Date,
): Date | null => (now.getTime() - Date.parse(madeAt) > patience ? null : new Date(now.getTime() + waitAfter(attempts)))
