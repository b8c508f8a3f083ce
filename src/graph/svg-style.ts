import { SIZES } from './layout/measure';

/** Colours of the picture for a light and a dark page. Each rule names the picture, since a page may hold more than it. */
export const STYLE = `
.rc-graph { --page: #fff; --space: #f4f6f8; --space-line: #8b98a5; --box: #fff; --line: #4b5965; --ink: #1c242b; --dim: #4b5965;
  --talks: #0b63c5; --secret: #8a6100; --secret-box: #fff4d6; --bad: #b3261e; --added: #1a7f37; --changed: #bc4c00;
  font-family: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; }
@media (prefers-color-scheme: dark) {
  .rc-graph { --page: #11161c; --space: #1a222b; --space-line: #5b6875; --box: #232d38; --line: #93a1af; --ink: #eef2f5; --dim: #b4bfca;
    --talks: #6db0ff; --secret: #e3b341; --secret-box: #33290f; --bad: #ff7b72; --added: #56d364; --changed: #ffa657; }
}
.rc-graph .page { fill: var(--page); }
.rc-graph .space { fill: var(--space); stroke: var(--space-line); }
.rc-graph .box { fill: var(--box); stroke: var(--line); stroke-width: 1.2; }
.rc-graph .secret .box { fill: var(--secret-box); stroke: var(--secret); }
.rc-graph .outside .box, .rc-graph .jobs .box { stroke-dasharray: 5 3; }
.rc-graph text { fill: var(--ink); font-size: ${String(SIZES.small)}px; }
.rc-graph .title { font-size: ${String(SIZES.title)}px; font-weight: 600; }
.rc-graph .dim { fill: var(--dim); }
.rc-graph .name { font-size: ${String(SIZES.title)}px; font-weight: 700; }
.rc-graph .halo { fill: var(--page); }
.rc-graph .halo.within { fill: var(--space); }
.rc-graph .edge path { fill: none; stroke: var(--stroke); stroke-width: 1.7; }
.rc-graph .edge .head { fill: var(--stroke); stroke: none; }
.rc-graph .edge { --stroke: var(--talks); }
.rc-graph .serves, .rc-graph .makes { --stroke: var(--line); }
.rc-graph .makes path { stroke-width: 2.6; }
.rc-graph .allowed path { stroke-dasharray: 2 4; }
.rc-graph .mounts, .rc-graph .reads, .rc-graph .fills { --stroke: var(--secret); }
.rc-graph .mounts path { stroke-dasharray: 8 4; }
.rc-graph .reads path { stroke-dasharray: 2 4; }
.rc-graph .fills path { stroke-width: 2.6; }
.rc-graph .blocked { --stroke: var(--bad); }
.rc-graph .blocked path { stroke-dasharray: 10 3 2 3; stroke-width: 2.6; }
.rc-graph .added, .rc-graph .added.edge { --stroke: var(--added); }
.rc-graph .removed, .rc-graph .removed.edge { --stroke: var(--bad); }
.rc-graph .changed, .rc-graph .changed.edge, .rc-graph .renamed, .rc-graph .renamed.edge { --stroke: var(--changed); }
.rc-graph .added .box, .rc-graph .removed .box, .rc-graph .changed .box, .rc-graph .renamed .box { stroke: var(--stroke); stroke-width: 3; }
.rc-graph .removed .title { text-decoration: line-through; }
.rc-graph .mark { fill: var(--stroke); font-weight: 700; }
.rc-graph .added path, .rc-graph .removed path, .rc-graph .changed path, .rc-graph .renamed path { stroke-width: 3.2; }
`;
