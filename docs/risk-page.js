/** The page of all risks that `runner-cache review` knows, from the rows themselves. */
function riskPage(risks, classes, meanings) {
  const sections = classes
    .map((name) => [name, risks.filter((risk) => risk.class === name)])
    .filter(([, rows]) => rows.length > 0)
    .map(([name, rows]) =>
      [`## ${name}`, '', `${sentence(meanings[name])}.`, '', ...rows.map(row)].join('\n'),
    );
  return `${HEAD}\n\n${sections.join('\n')}`;
}

const HEAD = `<!-- Made by \`npm run docs\`. -->

# Risks

What [\`runner-cache review\`](review.md) says of a change, worst first. The id stands in reports.`;

const row = ({ id, change, why, source }) =>
  `### ${id}\n\n${sentence(change)}. ${why}\n\nSource: ${source}\n`;
const sentence = (text) => text[0].toUpperCase() + text.slice(1);

module.exports = { riskPage };
