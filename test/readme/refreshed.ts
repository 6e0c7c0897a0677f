import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const shown = /(?<=<!-- \$ (?<command>.+) -->\n```\w*\n)[\s\S]*?(?=```)/gu;
const passage = /(?<=<!-- article.txt -->\n```text\n)[\s\S]*?(?=```)/u;

/** A readme with the output of every command that it shows as the command prints it today, for the passage that it shows. */
export function refreshed(readme: string): string {
  const article = passage.exec(readme)?.[0];
  if (article === undefined) throw new Error('The readme shows no passage.');
  return readme.replace(shown, (...found) => printed((found.at(-1) as { command: string }).command, article));
}

const known = new Map<string, string>();

/** What a command line prints; the readmes show the same ones. */
function printed(command: string, article: string): string {
  const key = `${command}\n${article}`;
  const output = known.get(key) ?? run(command, article);
  known.set(key, output);
  return output;
}

/** Runs a command line in a folder with the passage as article.txt, and with the corpus where it asks for it. */
function run(command: string, article: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhailu-'));
  writeFileSync(join(folder, 'article.txt'), article);
  const root = process.cwd();
  const zhailu = `zhailu() { "${process.execPath}" --import "${root}/node_modules/tsx/dist/loader.mjs" "${root}/pipeline/cli.ts" "$@"; }`;
  const cwd = command.includes('article.txt') ? folder : root;
  const { stdout, stderr } = spawnSync('sh', ['-c', `${zhailu}\n${command}`], { cwd, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  if (stdout === '') throw new Error(`${command} prints nothing. ${stderr}`);
  return stdout;
}
