import { z } from 'zod'
import { gradedAbsences, noRates } from '#domain/evaluation/outside-reasons.ts'
import { comparisonCases, gradeColours, type Scale } from '#domain/evaluation/scale.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { isDecimal } from '#domain/quantity/decimal.ts'

const words = z.string().max(400)
const code = z.string().min(1).max(12)
const decimal = z.string().max(20).refine(isDecimal)
const threshold = { from: decimal.optional(), above: decimal.optional() }

const rule = z.union([
  z.strictObject({ on: z.literal('rate'), ...threshold }),
  z.strictObject({
    on: z.literal('comparison'),
    when: z.enum(comparisonCases),
    tolerance: z.union([z.strictObject({ percent: decimal }), z.strictObject({ points: decimal })]).optional(),
  }),
  z.strictObject({ on: z.literal('expected'), by: z.literal('share'), ...threshold }),
  z.strictObject({ on: z.literal('expected'), by: z.literal('line'), reaches: z.boolean() }),
  z.strictObject({ on: z.literal('reached'), met: z.boolean(), settled: z.boolean() }),
  z.strictObject({ on: z.literal('points'), from: decimal.optional() }),
  z.strictObject({ on: z.literal('human') }),
])

const named = { code, label: words, meaning: words, symbol: z.string().min(1).max(4) }
const absences = z.array(z.enum(gradedAbsences)).optional()

/** 評価区分の形。倉庫に置く前と、書き出しを読むときに、同じ形を確かめる。 */
export const scaleSchema = z.strictObject({
  id: z.string().min(1).max(60),
  name: words.min(1),
  grades: z.array(z.strictObject({ ...named, rule, colour: z.enum(gradeColours).optional(), absences })).max(20),
  outside: z.array(z.strictObject({ ...named, for: z.array(z.enum(noRates)), absences })).max(20),
  points: z
    .array(
      z.strictObject({
        code,
        label: words,
        choices: z.array(z.strictObject({ code, label: words, points: decimal, from: decimal.optional() })).max(20),
      }),
    )
    .max(12)
    .optional(),
})

/**
 * 知らない値を評価区分として読む。投げない。読めなければ `scales.unreadable`（どこが、を添える）。
 *
 * @example readScale(JSON.parse(text)).ok // → true なら、値は評価区分
 */
export const readScale = (value: unknown): Result<Scale> => {
  const read = scaleSchema.safeParse(value)
  if (read.success) return done(read.data)
  const where = read.error.issues[0]?.path.join('.') ?? ''
  return refused('scales.unreadable', { where: where === '' ? '―' : where })
}
