import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { fixtures } from './fixtures.js';
import { pageHtml } from './page-html.js';
import { Printer } from './print-pdf.js';

// Typesets the fixtures again: node --import tsx test/typeset/typeset.ts
const printer = await Printer.start();
for (const { name, article, style } of fixtures) {
  const pdf = await printer.print(pageHtml(article, style), style.head);
  writeFileSync(fileURLToPath(new URL(`fixtures/${name}.pdf.gz`, import.meta.url)), gzipSync(pdf, { level: 9 }));
  process.stdout.write(`${name}: ${pdf.length} bytes\n`);
}
await printer.stop();
