/** 記録に残る名。まだ利用者の区別がないので、名のったとおり。 */
export const whoOf = (name: string): string => (name === '' ? '画面' : `画面：${name}`)
