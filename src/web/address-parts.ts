/** 番地の一区切りにする字。 */
export const part = encodeURIComponent

/** 番地に添える尋ね（`?goal=1&year=2024`）。値のないものは載せず、一つもなければ空。 */
export const query = (values: Readonly<Record<string, string | number | undefined>>): string => {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '')
  return given.length === 0 ? '' : `?${given.map(([key, value]) => `${key}=${part(String(value))}`).join('&')}`
}
