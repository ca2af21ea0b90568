import './compile-cache.mjs';

await import('./ask.ts');
