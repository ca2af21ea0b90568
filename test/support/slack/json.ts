/** A JSON object whose members are not yet known. */
export type Json = Readonly<Record<string, unknown>>;

/** Whether a JSON value is an object: neither a list nor null. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member that is an object, or an empty one. */
export function objectIn(holder: unknown, key: string): Json {
  const value = isObject(holder) ? holder[key] : undefined;
  return isObject(value) ? value : {};
}

/** A member that is a string, or nothing. */
export function textIn(holder: unknown, key: string): string | undefined {
  const value = isObject(holder) ? holder[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** A member that is a list, or an empty one. */
export function listIn(holder: unknown, key: string): readonly unknown[] {
  const value = isObject(holder) ? holder[key] : undefined;
  return Array.isArray(value) ? value : [];
}
