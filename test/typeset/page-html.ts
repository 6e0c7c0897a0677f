import type { Article, Part } from './article.js';

/** How an article is set. */
export interface Style {
  readonly columns: 1 | 2;
  /** Printed at the head of each page. */
  readonly head: string;
  readonly font?: 'serif' | 'sans';
}

const fonts = { serif: '"Noto Serif CJK SC"', sans: '"Noto Sans CJK SC"' };

/** The article as a page for Chromium to print: title and abstract across, the rest in columns. */
export function pageHtml(article: Article, { columns, font = 'serif' }: Style): string {
  return `<!doctype html><meta charset="utf-8"><style>
  body { font: 10.5pt/1.5 "Liberation Serif", ${fonts[font]}; margin: 0; text-align: justify; }
  h1 { font-size: 18pt; text-align: center; margin: 0 0 6pt; }
  .authors { text-align: center; }
  .abstract { font-size: 9pt; margin: 6pt 2em; }
  .body { column-count: ${columns}; column-gap: 20pt; column-fill: balance; }
  p { margin: 0; text-indent: 2em; }
  h2, h3 { font-size: 10.5pt; margin: 3pt 0; font-weight: bold; break-after: avoid; }
  .notes p { font-size: 8pt; padding-left: 2em; text-indent: -2em; }
  .footnote { font-size: 8pt; border-top: 0.5pt solid; margin-top: 10pt; }
  figure { margin: 6pt 0; break-inside: avoid; text-align: center; text-indent: 0; }
  figure.wide { column-span: all; }
  figcaption, .note { font-size: 9pt; text-align: center; }
  .note { text-align: left; }
  table { font-size: 8.5pt; border-collapse: collapse; width: 100%; border: solid; border-width: 1pt 0; }
  tr:first-child td { border-bottom: 0.5pt solid; }
  td { padding: 1pt 4pt; text-align: center; }
  td:first-child { text-align: left; }
  sup, sub { font-size: 65%; line-height: 0; }
  </style>
  <h1>${article.title}</h1>
  <div class="authors">${article.authors}</div>
  <div class="abstract"><b>摘要：</b>${article.abstract}<br><b>关键词：</b>${article.keywords}</div>
  <div class="body">${article.parts.map(partHtml).join('\n')}
  <div class="notes"><h2>参考文献</h2>${article.references.map((text, i) => `<p>[${i + 1}] ${text}</p>`).join('')}</div></div>
  <div class="footnote">${article.footnote}</div>`;
}

/** A paragraph of plain text, citations above the line. */
export function paragraphHtml(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<p>${escaped.replaceAll(/(?<=.)(\[\d{1,3}(?:[,~*-]\d{1,3})*\])/gu, '<sup>$1</sup>')}</p>`;
}

/** Paragraphs and three-line tables in two columns, tables of the class `wide` across both. */
export function blocksHtml(blocks: readonly string[]): string {
  return `<!doctype html><meta charset="utf-8"><style>
  body { font: 10.5pt/1.5 "Liberation Serif", ${fonts.serif}; margin: 0; text-align: justify; overflow-wrap: anywhere; }
  .body { column-count: 2; column-gap: 20pt; }
  p { margin: 0; text-indent: 2em; }
  sup, sub { font-size: 65%; line-height: 0; }
  table { font-size: 7.5pt; border-collapse: collapse; width: 100%; margin: 6pt 0; line-height: 1.3; border: solid; border-width: 1pt 0; break-inside: avoid; }
  table.wide { column-span: all; }
  caption { font-size: 9pt; }
  tr { break-inside: avoid; }
  td { padding: 1pt 3pt; text-align: center; vertical-align: top; }
  .head:has(+ :not(.head)) td { border-bottom: 0.5pt solid; }
  </style><div class="body">${blocks.join('\n')}</div>`;
}

function partHtml(part: Part): string {
  if ('heading' in part) return `<h2>${part.heading}</h2>`;
  if ('text' in part) return `<p>${part.text}</p>`;
  if ('figure' in part) return `<figure>${chart(part.figure)}<figcaption>${part.caption}</figcaption></figure>`;
  const rows = part.table.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  const note = part.note ? `<div class="note">${part.note}</div>` : '';
  const wide = part.wide ? ' class="wide"' : '';
  return `<figure${wide}><figcaption>${part.caption}</figcaption><table>${rows}</table>${note}</figure>`;
}

/** Labels along two axes, as text. */
function chart(labels: readonly string[]): string {
  const texts = labels.map((label, i) => {
    const [x, y] = i < 5 ? [4, 14 + i * 18] : [10 + (i - 4) * 34, 104];
    return `<text x="${x}" y="${y}" font-size="8">${label}</text>`;
  });
  return `<svg width="210" height="110"><path d="M24 8V94H205" fill="none" stroke="black"/>${texts.join('')}</svg>`;
}
