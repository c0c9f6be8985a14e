// The rules of the house, held by a machine: floors, homes of packages, purity, words, and that every rule in
// RULES.md has a test. A failure names the file and what is wrong with it.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findCircle, floorOf, floors, packageHomes, packageOf, typesOnly } from './support/floors';
import { filesUnder, type Import, readCode } from './support/readCode';

const sources = filesUnder('src', /\.tsx?$/);
const styles = filesUnder('src', /\.css$/);
const tests = filesUnder('test', /\.tsx?$/);
const codeByFile = new Map([...sources, ...tests].map((path) => [path, readCode(path)]));
const codeOf = (path: string) => codeByFile.get(path) ?? readCode(path);
const textOf = (path: string) => readFileSync(path, 'utf8');
const RULE = /\[([A-Z]{1,3}\d+)\]/g;

/** The file a relative import means; also for styles, workers and `?url`. */
function resolve(importer: string, from: string): string {
  const path = posix.join(posix.dirname(importer), from.replace(/\?.*$/, ''));
  return [path, `${path}.ts`, `${path}.tsx`].find((file) => /\.\w+$/.test(file) && existsSync(file)) ?? path;
}

const importsOf = (path: string): readonly Import[] => codeOf(path).imports;
const isRelative = ({ from }: Import) => from.startsWith('.');

describe('floors', () => {
  test('a file imports from its own floor and from those below, types included', () => {
    const wrong = sources.flatMap((path) =>
      importsOf(path)
        .filter(isRelative)
        .map(({ from, typeOnly }) => ({
          from,
          typeOnly,
          to: floorOf(resolve(path, from)),
          floor: floorOf(path),
        }))
        .filter(({ floor, to, typeOnly }) => {
          if (floor === to) return false;
          if (!floors[floor]?.includes(to)) return true;
          return !typeOnly && typesOnly.some(([low, high]) => low === floor && high === to);
        })
        .map(({ from }) => `${path} imports ${from}`),
    );
    expect(wrong).toEqual([]);
  });

  test('every floor is known', () => {
    expect([...sources, ...styles].filter((path) => !(floorOf(path) in floors))).toEqual([]);
  });

  test('a relative import leads to a file', () => {
    const lost = sources.flatMap((path) =>
      importsOf(path)
        .filter((entry) => isRelative(entry) && !existsSync(resolve(path, entry.from)))
        .map(({ from }) => `${path} imports ${from}`),
    );
    expect(lost).toEqual([]);
  });

  test('no circles, types included', () => {
    const importsByFile = new Map(
      sources.map((path) => [
        path,
        importsOf(path)
          .filter(isRelative)
          .map(({ from }) => resolve(path, from)),
      ]),
    );
    expect(findCircle(importsByFile)).toBeUndefined();
  });

  test('every package has one home', () => {
    const wrong = sources.flatMap((path) =>
      importsOf(path)
        .filter((entry) => !isRelative(entry))
        .filter(({ from }) => !packageHomes[packageOf(from)]?.some((home) => path.startsWith(home)))
        .map(({ from }) => `${path} imports ${from}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('styles', () => {
  test('no style stands in the markup, where the content security policy would refuse it', () => {
    expect(sources.flatMap((path) => codeOf(path).staticStyles.map((style) => `${path}: ${style}`))).toEqual(
      [],
    );
  });

  test('before anything has loaded, the window already has the colour of the paper', () => {
    const papers = [...textOf('src/ui/tokens.css').matchAll(/--paper:\s*(#\w+)/g)].map(([, paper]) => paper);
    const announced = [...textOf('index.html').matchAll(/content="(#\w+)"/g)].map(([, colour]) => colour);
    expect(announced).toEqual(papers);
  });
});

describe('purity', () => {
  // A date made from its parts is pure; one made from nothing is the clock.
  const IMPURE =
    /\bDate\.now\b|\bnew Date\(\s*\)|(?<!new )\bDate\(|\bMath\.random\b|\bcrypto\b\s*[.[]|\bglobalThis\b|\bfetch\s*\(|\bsetTimeout\b|\bperformance\b/;

  test('kernel and domain have no clock, no random and no network', () => {
    const pure = sources.filter((path) => ['kernel', 'domain'].includes(floorOf(path)));
    const wrong = pure.flatMap(
      (path) =>
        codeOf(path)
          .withoutComments.match(IMPURE)
          ?.map((word) => `${path}: ${word}`) ?? [],
    );
    expect(wrong).toEqual([]);
  });
});

describe('words', () => {
  test('the app does not know that it is being tested', () => {
    const AWARE =
      /import\.meta\.env\.(?:MODE|TEST|VITEST)|\bprocess\.env\b|\bvitest\b|\bplaywright\b|navigator\.webdriver/i;
    const wrong = sources.flatMap(
      (path) =>
        codeOf(path)
          .withoutComments.match(AWARE)
          ?.map((word) => `${path}: ${word}`) ?? [],
    );
    expect(wrong).toEqual([]);
  });

  test('nothing is printed to the console', () => {
    expect(sources.filter((path) => /\bconsole\s*\./.test(codeOf(path).withoutComments))).toEqual([]);
  });

  test('what is left to do has an owner', () => {
    const ownerless = [...codeByFile].filter(([, { comments }]) =>
      comments.some((comment) => /\b(?:TODO|FIXME|XXX|HACK)\b(?!\(\w+\))/.test(comment)),
    );
    expect(ownerless.map(([path]) => path)).toEqual([]);
  });

  test('no junk drawers: a thing lives with its reason', () => {
    const named = [...filesUnder('src', /./), ...filesUnder('test', /./)];
    const junk = named.filter((path) =>
      path.split('/').some((part) => /^(?:utils?|helpers?|misc|common)(?:\.|$)/i.test(part)),
    );
    expect(junk).toEqual([]);
  });

  test('file names have no spaces', () => {
    expect([...filesUnder('src', /\s/), ...filesUnder('test', /\s/), ...filesUnder('public', /\s/)]).toEqual(
      [],
    );
  });

  test('every file in src begins by saying what it is for', () => {
    // A CSS module is spoken for by the component of the same name beside it.
    const ownStyles = styles.filter((path) => !path.endsWith('.module.css'));
    const silent = [...sources, ...ownStyles].filter((path) => !/^(?:\/\/ |\/\*\*? )\S/.test(textOf(path)));
    expect(silent).toEqual([]);
  });

  test('nothing knows the machine it was made on', () => {
    const top = readdirSync('.', { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
    const texts = [
      ...filesUnder('src', /./),
      ...filesUnder('test', /./),
      ...filesUnder('public', /./),
      ...top,
    ].filter((path) => /\.(?:tsx?|mjs|css|json|html|md|txt|csv|svg)$|_headers$/.test(path));
    const PLACE = /(?:^|[\s'"`(=:])\/(?:work|root|tmp|home\/\w+|Users\/\w+)\/|\b[A-Z]:\\\w/;
    expect(texts.filter((path) => PLACE.test(textOf(path)))).toEqual([]);
  });
});

describe('rules and tests', () => {
  const rules = existsSync('src/domain/RULES.md')
    ? [...textOf('src/domain/RULES.md').matchAll(RULE)].map(([, rule = '']) => rule)
    : [];
  const testFiles = tests.filter(
    (path) => /\.(?:test|e2e)\.tsx?$/.test(path) && path !== 'test/architecture.test.ts',
  );
  const tested = new Set(
    testFiles.flatMap((path) =>
      codeOf(path).testNames.flatMap((name) => [...name.matchAll(RULE)].map(([, rule = '']) => rule)),
    ),
  );

  test('RULES.md has rules', () => {
    expect(rules.length).toBeGreaterThan(0);
  });

  test('no rule number is given twice', () => {
    const headed = [...textOf('src/domain/RULES.md').matchAll(/^\W*\[([A-Z]{1,3}\d+)\]/gm)].map(
      ([, rule]) => rule,
    );
    expect(headed.filter((rule, at) => headed.indexOf(rule) !== at)).toEqual([]);
  });

  test('every rule in RULES.md has a test that names it', () => {
    expect([...new Set(rules)].filter((rule) => !tested.has(rule))).toEqual([]);
  });

  test('every rule that a test names is in RULES.md', () => {
    expect([...tested].filter((rule) => !rules.includes(rule))).toEqual([]);
  });

  test('no test is switched off', () => {
    const off = testFiles.flatMap((path) =>
      codeOf(path)
        .calls.filter((call) =>
          /\.(?:skip|only|todo|fails|skipIf|runIf)\b|^x(?:it|test|describe)\b/.test(call),
        )
        .map((call) => `${path}: ${call}`),
    );
    expect(off).toEqual([]);
  });

  test('no test sleeps', () => {
    const asleep = testFiles.flatMap((path) =>
      codeOf(path)
        .calls.filter((call) => /(?:^|\.)(?:waitForTimeout|sleep|delay|setTimeout)$/.test(call))
        .map((call) => `${path}: ${call}`),
    );
    expect(asleep).toEqual([]);
  });
});
