/** The page that the benchmarks open: `?page=` says whose map it shows, `&n=` of how many seats. */
import '@fontsource-variable/inter';
// First: a library that keeps a function of the window for itself must keep ours.
import './canvas-count.ts';
import './frames.ts';
import type { BenchPages } from './page.ts';

const pages: { readonly [Name in keyof BenchPages]: () => Promise<{ createPage(n: number): BenchPages[Name] }> } = {
  layer: () => import('./layer-page.ts'),
  svg: () => import('./svg-page.ts'),
  konva: () => import('./konva-page.tsx'),
};

const parameters = new URLSearchParams(location.search);
const name = parameters.get('page') as keyof BenchPages;
const { createPage } = await pages[name]();
await document.fonts.load("12px 'Inter Variable'");
Object.assign(window, { bench: { [name]: createPage(Number(parameters.get('n'))) } });
