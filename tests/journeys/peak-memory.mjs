// 子プロセスに --import で入れる見張り。終わるときに、いちばん多く使った記憶（MB）を書き置く。
import { readFileSync, writeFileSync } from 'node:fs'

/** Linux では自分の印（VmHWM）。resourceUsage は、起こした側の大きさを引きつぐことがある。 */
const peak = () => {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
  } catch {
    return process.resourceUsage().maxRSS / 1024
  }
}

process.on('exit', () => {
  if (process.env.SHIRUBE_PEAK) writeFileSync(process.env.SHIRUBE_PEAK, String(Math.round(peak())))
})
