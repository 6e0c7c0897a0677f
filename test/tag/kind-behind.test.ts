import { expect, it } from 'vitest';
import { mentionsOf } from './tagged.js';

it.each([
  ['接受GP方案化疗31例', 'regimen', ['GP方案化疗']],
  ['接受培美曲塞单药化疗31例', 'drug', ['培美曲塞单药化疗']],
  ['接受培美曲塞联合化疗31例', 'drug', []],
  ['接受吉非替尼巩固化疗31例', 'drug', ['吉非替尼']],
  ['一线曾用培美曲塞。化疗者31例', 'drug', ['培美曲塞']],
] as const)('has the kind of a treatment that is printed right behind it in its name: %s', (text, kind, names) => {
  expect(mentionsOf(text, kind).map((mention) => mention.text)).toEqual(names);
});
