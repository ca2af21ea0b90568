import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** A question with the patterns that its answer has to match. */
const questionSchema = z.object({
  id: z.string(),
  class: z.string(),
  lang: z.enum(['ja', 'en']),
  q: z.string(),
  thread: z.array(z.string()).optional(),
  must: z.array(z.array(z.string())),
  must_not: z.array(z.string()).default([]),
  cite: z.array(z.string()).default([]),
  kind: z.string(),
});
export type Question = z.infer<typeof questionSchema>;

/**
 * Reads a file of questions, one JSON object a line.
 * @throws Error naming the file, the line and what is wrong there.
 */
export async function readQuestions(file: string): Promise<Question[]> {
  const text = await readFile(file, 'utf8');
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const parsed = questionSchema.safeParse(parseJson(line));
    if (parsed.success) return [parsed.data];
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`);
    throw new Error(`${file}:${at + 1}: ${problems.join('; ')}`);
  });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
