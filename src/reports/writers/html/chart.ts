import { chartSvg } from '../../charts/chart.ts'
import type { Chart } from '../../report.ts'
import { escaped } from './markup.ts'

/** 図。言うことを一文で添える。値の表は、帳票のどこかに必ずある。 */
export const chartHtml = (chart: Chart): string =>
  [
    '<figure>',
    `<figcaption>${escaped(chart.title)}</figcaption>`,
    chartSvg(chart),
    `<p>${escaped(chart.summary)}</p>`,
    '</figure>',
  ].join('\n')
