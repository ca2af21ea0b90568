/** Sets it; where there are `most`, the one that was set first makes room. */
export function keepFew<T>(map: Map<string, T>, key: string, value: T, most: number): void {
  const [oldest] = map.keys();
  if (!map.has(key) && map.size >= most && oldest !== undefined) map.delete(oldest);
  map.set(key, value);
}
