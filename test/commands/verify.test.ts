import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPipeline } from '../../pipeline/commands/open-pipeline.js';
import { findingLine } from '../../pipeline/commands/verify/finding-line.js';
import { recordPlaces } from '../../pipeline/commands/verify/record-places.js';
import { sarif } from '../../pipeline/commands/verify/sarif.js';
import { verifiedFile } from '../../pipeline/commands/verify/verified-file.js';
import { toJson, toYaml } from '../../pipeline/emit/index.js';
import { record, trial } from '../emit/records.js';

const folder = mkdtempSync(join(tmpdir(), 'zhailu-'));
const pipeline = await openPipeline();

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('a record file', () => {
  const text = toYaml(record(trial()));

  it('knows the line of each value', () => {
    const source = { start: 0, end: 0, line: 1, text: '' };
    const value = trial().outcomes?.[0]?.values?.[0];
    const place = recordPlaces(text)(value?.source ?? source);
    expect(text.split('\n')[(place?.line ?? 0) - 1]).toContain('35.92');
    expect(recordPlaces(text)({ ...source, start: 99_999, end: 99_999 })).toBeUndefined();
  });

  it.each([
    ['YAML', 'a.yaml', toYaml],
    ['JSON', 'a.json', toJson],
  ] as const)('is verified as %s, each finding at its value', async (_, name, write) => {
    const file = written(name, write(record(trial())));
    const { findings } = await verifiedFile(file, pipeline);
    const found = findings.find(
      ({ finding }) => finding.check === 'possible-percent' && finding.values?.includes(35.92),
    );
    expect(found?.trial).toBe('ref-5');
    expect(findingLine(found as NonNullable<typeof found>)).toMatch(
      /a\.(?:yaml|json):\d+:\d+: warning: ref-5: .*35\.92 % is no share of 84 patients.*\[possible-percent\]$/,
    );
  });

  it('that is none says where it is wrong', async () => {
    await expect(verifiedFile(written('b.yaml', 'format: zhailu/1\n'), pipeline)).rejects.toThrow(
      /b\.yaml:\d+:\d+: error: /,
    );
  });

  it('does not count findings that it brings along', async () => {
    const found = { ...trial(), findings: [{ check: 'made-up', severity: 'error' as const, message: 'nothing' }] };
    const { findings } = await verifiedFile(written('c.yaml', toYaml(record(found))), pipeline);
    expect(findings.map(({ finding }) => finding.check)).not.toContain('made-up');
  });
});

describe('SARIF', () => {
  it('has a rule for each result, a level and a place', async () => {
    const { findings } = await verifiedFile(written('d e.yaml', toYaml(record(trial()))), pipeline);
    const log = sarif(findings, pipeline.checks, '1.2.3') as {
      version: string;
      runs: {
        tool: { driver: { version: string; rules: { id: string; shortDescription: { text: string } }[] } };
        results: Result[];
      }[];
    };
    interface Result {
      ruleId: string;
      ruleIndex: number;
      level: string;
      message: { text: string };
      locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }[];
    }
    const [run] = log.runs;
    expect(log.version).toBe('2.1.0');
    expect(run?.tool.driver.version).toBe('1.2.3');
    expect(run?.results.length).toBe(findings.length);
    for (const { ruleId, ruleIndex, level, locations } of run?.results ?? []) {
      expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      expect(run?.tool.driver.rules[ruleIndex]?.shortDescription.text).not.toBe('');
      expect(['error', 'warning', 'note']).toContain(level);
      expect(locations[0]?.physicalLocation.artifactLocation.uri).toContain('d%20e.yaml');
      expect(locations[0]?.physicalLocation.region.startLine).toBeGreaterThan(1);
    }
  });
});
