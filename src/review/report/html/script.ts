/** Filters by hiding what is there: with thousands of entries nothing is made anew. */
export const SCRIPT = `
'use strict';
const form = document.getElementById('filters');
if (form) {
  const words = (text) => new Set(text.split('\\n'));
  const sections = [...document.querySelectorAll('main section')].map((section) => ({
    section,
    entries: [...section.querySelectorAll('.entry')].map((entry) => ({
      entry,
      namespaces: words(entry.dataset.namespaces),
      runners: words(entry.dataset.runners),
      folders: words(entry.dataset.folders),
      text: undefined,
    })),
  }));
  const all = sections.reduce((sum, { entries }) => sum + entries.length, 0);
  const field = (name) => (form.elements[name] ? form.elements[name].value : '');
  const show = () => {
    const classes = new Set([...form.querySelectorAll('[name=class]:checked')].map(({ value }) => value));
    const [namespace, runner, folder, text] = [field('namespace'), field('runner'), field('folder'), field('text').trim().toLowerCase()];
    let shown = 0;
    for (const { section, entries } of sections) {
      let here = 0;
      const isWanted = classes.has(section.className);
      for (const one of entries) {
        let is = isWanted && (namespace === '' || one.namespaces.has(namespace)) && (runner === '' || one.runners.has(runner)) && (folder === '' || one.folders.has(folder));
        if (is && text !== '') is = (one.text ??= one.entry.textContent.toLowerCase()).includes(text);
        if (one.entry.hidden === is) one.entry.hidden = !is;
        if (is) here += 1;
      }
      section.hidden = here === 0;
      shown += here;
    }
    document.getElementById('shown').value = shown + ' of ' + all + ' changes';
    document.getElementById('none').hidden = shown > 0;
  };
  let waiting;
  form.addEventListener('input', () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(show); });
  form.addEventListener('submit', (event) => event.preventDefault());
  document.getElementById('clear').addEventListener('click', () => { form.reset(); show(); });
  const summaries = () => [...document.querySelectorAll('section:not([hidden]) .entry:not([hidden]) > summary')];
  const go = (step) => {
    const list = summaries();
    const at = list.indexOf(document.activeElement);
    const next = list[at < 0 ? 0 : at + step];
    if (next) { next.focus(); next.scrollIntoView({ block: 'nearest' }); }
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = /^(?:INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== 'checkbox';
    if (event.key === 'Escape' && isTyping) { event.preventDefault(); event.target.blur(); }
    if (isTyping) return;
    if (event.key === '/') { event.preventDefault(); form.elements.text.focus(); }
    if (event.key === 'j') go(1);
    if (event.key === 'k') go(-1);
    const picture = document.getElementById('picture');
    if (event.key === 'p' && picture) {
      picture.open = !picture.open;
      if (picture.open) picture.scrollIntoView();
    }
    if (event.key === 'e') {
      const list = summaries().slice(0, 500).map((summary) => summary.parentElement);
      const open = list.some((entry) => !entry.open);
      for (const entry of list) entry.open = open;
    }
  });
  show();
}
`;
