import { z } from 'zod';

const article = z.strictObject({
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  title: z.string().optional().describe('as the text prints it'),
  kind: z.enum(['review', 'meta-analysis', 'original']),
  about: z.string(),
});

/** corpus/manifest.yaml: one entry per article in corpus/articles. */
export const manifest = z.strictObject({ articles: z.array(article) });
export type Manifest = z.infer<typeof manifest>;
