/** For paper, phone and screen, light and dark. What is not in sight is not laid out. */
export const PAGE_STYLE = `
:root { --page: #fff; --ink: #1c242b; --dim: #56636f; --line: #d5dce3; --panel: #f4f6f8; --bad: #b3261e; --warn: #9a4b00; --good: #1a7f37; --note: #0b5cab; }
@media (prefers-color-scheme: dark) {
  :root { --page: #11161c; --ink: #eef2f5; --dim: #a5b1bd; --line: #35414d; --panel: #1a222b; --bad: #ff8a80; --warn: #ffb870; --good: #56d364; --note: #7ab8ff; }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0 auto; max-width: 1240px; padding: 0 16px 48px; background: var(--page); color: var(--ink); font: 15px/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
h1 { font-size: 21px; margin: 18px 0 6px; overflow-wrap: anywhere; }
h2 { font-size: 17px; margin: 26px 0 8px; padding-left: 10px; border-left: 5px solid var(--tone, var(--dim)); }
h2 small { color: var(--dim); font-weight: 400; font-size: 14px; margin-left: 8px; }
code { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; background: var(--panel); padding: 1px 4px; border-radius: 3px; overflow-wrap: anywhere; }
h1 code { font-size: 18px; }
.verdict { font-weight: 700; font-size: 17px; margin: 4px 0 12px; }
.passes { color: var(--good); }
.fails { color: var(--bad); }
.DATA-LOSS, .APPLY-REJECTED { --tone: var(--bad); }
.ACCESS, .EXPOSURE, .CREDENTIAL { --tone: var(--warn); }
.RESTART, .CAPACITY, .ORDERING { --tone: var(--note); }
form { position: sticky; top: 0; z-index: 1; background: var(--page); border-bottom: 1px solid var(--line); padding: 8px 0; display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; }
fieldset { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: 4px 8px; }
legend { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
fieldset label { border: 1px solid var(--tone, var(--line)); color: var(--tone, var(--ink)); border-radius: 14px; padding: 2px 10px 2px 6px; font-size: 13px; white-space: nowrap; }
fieldset label:not(:has(:checked)) { opacity: .55; }
select, input[type=search], button { font: inherit; color: inherit; background: var(--panel); border: 1px solid var(--line); border-radius: 5px; padding: 3px 7px; max-width: 220px; }
output, .keys { color: var(--dim); font-size: 13px; }
kbd { border: 1px solid var(--line); border-radius: 3px; padding: 0 4px; font: 12px ui-monospace, monospace; }
:focus-visible { outline: 3px solid var(--note); outline-offset: 1px; }
.picture { margin: 14px 0; border: 1px solid var(--line); border-radius: 6px; scroll-margin-top: 120px; }
.picture summary { padding: 7px 12px; font-weight: 600; cursor: pointer; }
.picture .frame { overflow-x: auto; }
.picture svg { display: block; max-width: 100%; height: auto; margin: 0 auto; }
@media (max-width: 760px) { .picture summary::after { content: ' (scrolls sideways)'; color: var(--dim); font-weight: 400; } }
.entry { content-visibility: auto; contain-intrinsic-size: auto 38px; border: 1px solid var(--line); border-radius: 5px; margin: 4px 0; }
summary:focus-visible { outline-offset: -3px; }
.entry summary { cursor: pointer; padding: 6px 10px; overflow-wrap: anywhere; }
.entry summary code { color: var(--dim); font-size: 12px; white-space: nowrap; }
.entry[open] { background: var(--panel); }
.entry[open] code { background: var(--page); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 14px; margin: 2px 12px 12px 26px; }
dt { color: var(--dim); }
dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 640px) { dl { grid-template-columns: 1fr; margin-left: 12px; } .keys { display: none; } form { position: static; } }
@media print { form { display: none; } .picture svg { min-width: 0 !important; } }
`;
