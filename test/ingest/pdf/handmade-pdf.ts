/** A piece of text on a page: where its baseline begins, in points from the lower left corner, and how large it is. */
export interface Print {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Degrees by which it is turned, counter-clockwise. */
  readonly turned?: number;
}

export interface HandmadeOptions {
  /** The page's /Rotate. */
  readonly rotate?: number;
  /** Raw operators before the text of each page. */
  readonly operators?: string;
  readonly width?: number;
  readonly height?: number;
}

/**
 * A PDF written by hand: its only font is a standard one for Chinese that is not embedded, so that it takes the
 * reader's own maps to know its characters. Letters and digits are half an em wide.
 */
export function handmadePdf(pages: readonly (readonly Print[])[], options: HandmadeOptions = {}): Uint8Array {
  const { rotate = 0, operators = '', width = 595, height = 842 } = options;
  const kids = pages.map((_, i) => `${6 + 2 * i} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
    ...pages.flatMap((prints, i) => {
      const content = `${operators}\n${prints.map(shown).join('\n')}`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Resources << /Font << /F 3 0 R >> >> /Contents ${7 + 2 * i} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  return assembled(objects);
}

/** Objects, numbered from 1, as a file with its table of places; the first is the catalogue. */
export function assembled(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.7\n';
  const places = objects.map((object, i) => {
    const place = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

function shown({ text, x, y, size = 10, turned = 0 }: Print): string {
  const angle = (turned * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle).toFixed(4), Math.sin(angle).toFixed(4)];
  const codes = Buffer.from(text, 'utf16le').swap16().toString('hex');
  return `BT /F ${size} Tf ${cos} ${sin} ${-Number(sin)} ${cos} ${x} ${y} Tm <${codes}> Tj ET`;
}

/** Lines below one another, the first at the top: a text broken as given. */
export function linesAt(lines: readonly string[], x: number, top: number, size = 10, pitch = 15): Print[] {
  return lines.map((text, i) => ({ text, x, y: top - i * pitch, size }));
}
