/**
 * The question files hold Python regular expressions. Python's classes are Unicode ones and its dot and dollar differ, so
 * that the same pattern would not always match the same text here.
 */
const SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const WORD = '\\p{L}\\p{N}_';
const DIGIT = '\\p{Nd}';
const SYNTAX = /[$^\\.*+?()[\]{}|/]/;

const OUTSIDE: Readonly<Record<string, string>> = {
  d: `[${DIGIT}]`,
  D: `[^${DIGIT}]`,
  s: `[${SPACE}]`,
  S: `[^${SPACE}]`,
  w: `[${WORD}]`,
  W: `[^${WORD}]`,
  b: `(?:(?<=[${WORD}])(?![${WORD}])|(?<![${WORD}])(?=[${WORD}]))`,
  B: `(?:(?<=[${WORD}])(?=[${WORD}])|(?<![${WORD}])(?![${WORD}]))`,
  A: '(?<![\\s\\S])',
  Z: '(?![\\s\\S])',
  n: '\\n',
  t: '\\t',
};
const INSIDE: Readonly<Record<string, string>> = { d: DIGIT, s: SPACE, w: WORD, n: '\\n', t: '\\t' };

const known = new Map<string, RegExp>();

/**
 * The same pattern as a RegExp; case is ignored unless told otherwise.
 * @throws Error for an escape that has no counterpart here, so that no pattern is judged wrongly in silence.
 */
export function pythonPattern(pattern: string, flags: 'iu' | 'gu' = 'iu'): RegExp {
  const name = `${flags}/${pattern}`;
  const found = known.get(name) ?? new RegExp(translate(pattern), flags);
  known.set(name, found);
  return found;
}

function translate(pattern: string): string {
  let out = '';
  let inside = false;
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern.charAt(i);
    if (char === '\\') {
      i += 1;
      out += escapeOf(pattern.charAt(i), inside, pattern);
    } else if (inside) {
      inside = char !== ']';
      out += char === '[' ? '\\[' : char;
    } else if (char === '[') {
      inside = true;
      out += char;
    } else if (char === '.') out += '[^\\n]';
    else if (char === '$') out += '(?=\\n?(?![\\s\\S]))';
    else out += char;
  }
  return out;
}

function escapeOf(letter: string, inside: boolean, pattern: string): string {
  const own = (inside ? INSIDE : OUTSIDE)[letter];
  if (own !== undefined) return own;
  if (/[A-Za-z0-9]/.test(letter) || letter === '') throw new Error(`\\${letter} is not supported in ${pattern}`);
  return SYNTAX.test(letter) || (inside && letter === '-') ? `\\${letter}` : letter;
}
