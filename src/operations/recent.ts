/** 近ごろ使ったものを、数を限って持つ。 */
export const recent = <T>(limit: number) => {
  const held = new Map<string, T>()
  return {
    get: (key: string): T | undefined => {
      const value = held.get(key)
      if (value !== undefined) {
        held.delete(key)
        held.set(key, value)
      }
      return value
    },
    set: (key: string, value: T): void => {
      held.delete(key)
      held.set(key, value)
      const [oldest] = held.keys()
      if (held.size > limit && oldest !== undefined) held.delete(oldest)
    },
  }
}
