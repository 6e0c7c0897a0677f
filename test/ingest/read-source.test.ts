import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { decodeSource, IngestError, readSource, sourceOf } from '../../pipeline/ingest/index.js';
import { loadRulebook } from '../../pipeline/rulebook/index.js';

const rulebook = loadRulebook('rules');

const text = '摘要：共纳入32例患者，有效率为38%。\r\n结论：有效。\n';
const utf8 = (of: string): Uint8Array => new TextEncoder().encode(of);
const utf16le = (of: string): Uint8Array => new Uint8Array(Buffer.from(of, 'utf16le'));
const utf16be = (of: string): Uint8Array => new Uint8Array(Buffer.from(of, 'utf16le').swap16());
/** "摘要：患者有效。" in GBK, many times over, so that a detector has something to go by. */
const gbk = new Uint8Array(
  Array.from({ length: 20 }, () => [
    0xd5, 0xaa, 0xd2, 0xaa, 0xa3, 0xba, 0xbb, 0xbc, 0xd5, 0xdf, 0xd3, 0xd0, 0xd0, 0xa7, 0xa1, 0xa3,
  ]).flat(),
);
const folder = mkdtempSync(join(tmpdir(), 'zhailu-ingest-'));
afterAll(() => rmSync(folder, { recursive: true }));

const errorOf = (file: string, bytes: Uint8Array): string => {
  try {
    decodeSource(file, bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(IngestError);
    return (error as Error).message;
  }
  return 'no error';
};

describe('encodings', () => {
  it('reads UTF-8 in silence and keeps the line ends', () => {
    const { source, messages } = decodeSource('a.b.txt', utf8(text));
    expect(source.text).toBe(text);
    expect(messages).toEqual([]);
    expect(source).toMatchObject({ id: 'a.b', file: 'a.b.txt', pages: [] });
    expect(source.sha256).toBe(createHash('sha256').update(text).digest('hex'));
  });
  it('keeps a byte order mark, because offsets count it', () => {
    expect(decodeSource('a.txt', utf8(`\ufeff${text}`)).source.text).toBe(`\ufeff${text}`);
  });
  it.each([
    ['utf-16le with a mark', utf16le(`\ufeff${text}`), `\ufeff${text}`, 'utf-16le'],
    ['utf-16be with a mark', utf16be(`\ufeff${text}`), `\ufeff${text}`, 'utf-16be'],
    ['utf-16le without', utf16le(text), text, 'utf-16le'],
    ['utf-16be without', utf16be(text), text, 'utf-16be'],
    ['gbk', gbk, '摘要：患者有效。'.repeat(20), 'gb18030'],
  ])('reads %s and says so', (_, bytes, expected, encoding) => {
    const { source, messages } = decodeSource('a.txt', bytes);
    expect(source.text).toBe(expected);
    expect(messages.map((message) => [message.severity, message.ruleId, message.reason])).toEqual([
      ['info', 'ingest.encoding', `Read as ${encoding}.`],
    ]);
  });
  it('warns of a byte that was lost', () => {
    const bytes = utf8(text.repeat(30)).subarray(0, -3);
    const { source, messages } = decodeSource('a.txt', Uint8Array.of(...bytes, 0xe6));
    expect(source.text.endsWith('\ufffd')).toBe(true);
    expect(messages.map((message) => message.severity)).toEqual(['warning']);
  });
});

describe('errors name the file, the reason and the remedy', () => {
  it.each([
    ['an empty file', utf8(''), 'x.txt: is empty; there is nothing to read.'],
    ['white space', utf8(' \n\ufeff\r\n'), 'x.txt: is empty; there is nothing to read.'],
    [
      'an archive',
      utf8('PK\x03\x04abc'),
      'x.txt: is a Word document or another archive; save it as plain text (UTF-8).',
    ],
    ['NULs', utf8('甲\0乙\0'), 'x.txt: is not text but binary data; give a file of plain text (UTF-8).'],
    [
      'control characters',
      utf8('甲\x01\x02\x03\x04乙'),
      'x.txt: is not text but binary data; give a file of plain text (UTF-8).',
    ],
  ])('%s', (_, bytes, message) => {
    expect(errorOf('x.txt', bytes)).toBe(message);
  });
  it('random bytes', () => {
    const bytes = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 104729) % 256);
    expect(errorOf('x.bin', bytes)).toMatch(/^x\.bin: is (in an encoding|not text)/);
  });
  it('a file that is too large', async () => {
    const bytes = new Uint8Array(50 * 1024 * 1024 + 1);
    await expect(sourceOf('x.txt', bytes, rulebook)).rejects.toThrow(/larger than 50 MB/);
  });
});

describe('files', () => {
  it('are read by path', async () => {
    const path = join(folder, 'article.txt');
    writeFileSync(path, text);
    expect((await readSource(path, rulebook)).source).toMatchObject({ id: 'article', file: 'article.txt', text });
  });
  it('that are missing or folders are errors of one line', async () => {
    await expect(readSource(join(folder, 'none.txt'), rulebook)).rejects.toThrow(
      /none\.txt: there is no such file; check the path\.$/,
    );
    await expect(readSource(folder, rulebook)).rejects.toThrow(
      /: is a folder; give a file, or a pattern that names files\.$/,
    );
  });
});
