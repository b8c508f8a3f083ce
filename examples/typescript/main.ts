// In a project of your own: import { newApp, RunnerCache } from 'runner-cache';
import { newApp, RunnerCache } from '../../src';

const app = newApp();

// The same keys as in runner-cache.yaml, checked by the compiler and by the rules.
new RunnerCache(app, 'cache', {
  gitlab: { url: 'https://gitlab.example.com' },
  cache: { bucket: 'runner-cache', expireAfterDays: 30 },
  store: { storage: { kind: 'volume', size: '100Gi' } },
  runners: ['web', 'data'].map((team) => ({ name: team, cache: { path: team } })),
});

app.synth();
