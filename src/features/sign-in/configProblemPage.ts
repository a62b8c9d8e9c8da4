import type { ConfigProblem } from '../../config/runtimeConfig.ts';

/** Says what is wrong with `config.json` to the person who installs the dashboard. Plain DOM: nothing else runs. */
export function showConfigProblems(problems: readonly ConfigProblem[]): void {
  document.title = 'config.json needs a look';
  const page = document.createElement('main');
  page.className = 'sign-in';
  const title = Object.assign(document.createElement('h1'), {
    textContent: 'This dashboard is not set up yet',
  });
  const intro = Object.assign(document.createElement('p'), {
    textContent: 'It reads its settings from config.json, beside index.html. There is something to mend:',
  });
  const list = document.createElement('ul');
  list.append(...problems.map(problemItem));
  const next = Object.assign(document.createElement('p'), {
    textContent:
      'Correct the file on the server, then reload this page. If you came here to work, tell its owner.',
    className: 'muted',
  });
  page.append(title, intro, list, next);
  document.body.replaceChildren(page);
}

function problemItem({ field, expected }: ConfigProblem): HTMLLIElement {
  const item = document.createElement('li');
  const subject = Object.assign(document.createElement('code'), { textContent: field ?? 'config.json' });
  item.append(subject, `: ${expected}.`);
  return item;
}
