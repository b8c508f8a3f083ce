/** What a program may use. The command and the file are the same thing for everybody else. */
export { newApp, RunnerCache, type RunnerCacheProps } from './runner-cache';
export { parseConfiguration } from './config/parse';
export { formatFaults, type PlacedFault } from './config/fault';
export { jsonSchema } from './config/json-schema';
