/**
 * 止める合図（Ctrl-C、SIGTERM、端末の閉じ）。何度来ても一度と数える: `npm start` では端末からと npm からの二度届き、
 * 二度目で落ちると、データベースを閉じる途中で終わってしまう。
 *
 * @example const stop = stopSignal(); await untilStopped(stop)
 */
export const stopSignal = (): AbortSignal => {
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort())
  return stopping.signal
}

/** 合図を待つ。もう来ていれば待たない。 */
export const untilStopped = (stop: AbortSignal): Promise<void> =>
  new Promise((stopped) => {
    if (stop.aborted) stopped()
    else stop.addEventListener('abort', () => stopped(), { once: true })
  })
