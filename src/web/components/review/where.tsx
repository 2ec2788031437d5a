import type { ReviewPageView } from '#operations/reviews-for-pages/view-review-page.ts'

/** 送ったあとに、いまの並び方と絞り込みに戻るため。 */
export const Where = ({ page: { asked } }: { page: Pick<ReviewPageView, 'asked'> }) => (
  <>
    {Object.entries(asked).map(
      ([name, value]) => value !== undefined && <input type="hidden" name={`in-${name}`} value={value} />,
    )}
  </>
)
