import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Debian and its kin put Chromium; undefined where it is not installed. */
export const chromiumPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

/** Prints pages through Chromium; `head` and a page number stand on each of them. */
export class Printer {
  private constructor(private readonly browser: Browser) {}

  static async start(): Promise<Printer> {
    if (!chromiumPath) throw new Error('Chromium is not installed (Debian: apt-get install chromium fonts-noto-cjk).');
    return new Printer(await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] }));
  }

  async print(html: string, head: string): Promise<Uint8Array> {
    const page = await this.browser.newPage();
    try {
      await page.setContent(html);
      const line = (text: string): string =>
        `<div style="font: 8pt 'Noto Serif CJK SC'; width: 100%; text-align: center">${text}</div>`;
      return await page.pdf({
        format: 'A4',
        margin: { top: '25mm', bottom: '22mm', left: '20mm', right: '20mm' },
        displayHeaderFooter: true,
        headerTemplate: line(head),
        footerTemplate: line('· <span class="pageNumber"></span> ·'),
      });
    } finally {
      await page.close();
    }
  }

  async stop(): Promise<void> {
    await this.browser.close();
  }
}
