// Prints tables of what run.sh measured: node table.mjs lines.ndjson
import fs from 'node:fs';

const types = ['common', 'rare', 'and2', 'prefix', 'fuzzy1', 'fuzzy2', 'phrase'];
const lines = fs.readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean).map(l => JSON.parse(l));

const median = values => {
  const v = values.filter(x => typeof x === 'number').sort((a, b) => a - b);
  return v.length ? (v[(v.length - 1) >> 1] + v[v.length >> 1]) / 2 : undefined;
};
const show = x => (x === undefined || Number.isNaN(x) ? '–' : x >= 1000 ? String(Math.round(x)) : String(+x.toPrecision(3)));
const row = cells => console.log(`| ${cells.join(' | ')} |`);
const head = cells => { row(cells); row(cells.map(() => '---')); };

for (const corpus of new Set(lines.filter(l => l.lib).map(l => l.corpus))) {
  const here = lines.filter(l => l.corpus === corpus);
  const libraries = [...new Set(here.filter(l => l.lib).map(l => l.lib))];
  const of = lib => here.filter(l => l.lib === lib);
  const sizes = lib => here.filter(l => l.sizes === lib);

  console.log(`\n### ${corpus}: build, memory, load (medians of ${of(libraries[0]).length})\n`);
  head(['library', 'build MB/s', 'build s', 'memory MB', 'live MB', 'index MB', 'stored MB', 'store s', 'load s', 'first query ms', 'waited %', 'code kB']);
  for (const lib of libraries) {
    const m = f => median(of(lib).map(f));
    const s = f => median(sizes(lib).map(f));
    row([lib, m(l => l.MBsAdj ?? l.MBs), m(l => l.buildMs / 1e3), m(l => (l.memUA + (l.wasmBytes || 0)) / 1e6),
      s(l => l.heap / 1e6), s(l => l.index / 1e6), m(l => l.serBytes / 1e6), m(l => l.serMs / 1e3), m(l => l.loadMs / 1e3),
      m(l => l.loadFirstQueryMs), m(l => l.waitPct?.[0]), m(l => l.libGz / 1e3)].map(x => (typeof x === 'string' ? x : show(x || undefined))));
  }
  console.log(`\n### ${corpus}: queries, p50 / p95 / p99 ms [of what is shown right, of what is right shown]\n`);
  head(['library', ...types]);
  for (const lib of libraries.filter(l => of(l).some(x => Object.values(x.q || {}).some(Boolean)))) {
    row([lib, ...types.map(t => {
      const q = f => median(of(lib).map(l => l.q?.[t]?.[f]));
      const right = f => median(of(lib).map(l => l.quality?.[t]?.[f]));
      return q('p50') === undefined ? '–' : `${show(q('p50'))} / ${show(q('p95'))} / ${show(q('p99'))} [${show(right('prec'))}, ${show(right('compl'))}]`;
    })]);
  }
}
for (const l of lines.filter(l => l.error || l.aborted || l.serErr)) console.log(`\n${l.lib} ${l.corpus}: ${l.error || l.aborted || l.serErr}`);
