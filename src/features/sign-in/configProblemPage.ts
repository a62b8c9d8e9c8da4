import type { ConfigProblem } from '../../config/runtimeConfig.ts';

/** Shows what is wrong with `config.json`, for the person who installs the dashboard. Plain DOM: nothing else runs. */
export function showConfigProblems(problems: readonly ConfigProblem[]): void {
  // After a sign-in, the address has a one-time code, and nothing here uses it.
  history.replaceState(null, '', location.pathname);
  document.title = 'Configuration error';
  const page = document.createElement('main');
  page.className = 'sign-in';
  const title = Object.assign(document.createElement('h1'), {
    textContent: 'This dashboard isn’t set up yet',
  });
  const intro = Object.assign(document.createElement('p'), {
    textContent: 'Fix these problems in config.json, which is next to index.html on the server:',
  });
  const list = document.createElement('ul');
  list.append(...problems.map(problemItem));
  const nextStep = Object.assign(document.createElement('p'), {
    textContent:
      'Update the file, then reload this page. If someone else runs this dashboard, let them know.',
    className: 'muted',
  });
  page.append(title, intro, list, nextStep);
  document.body.replaceChildren(page);
}

function problemItem({ field, problem }: ConfigProblem): HTMLLIElement {
  const item = document.createElement('li');
  const name = Object.assign(document.createElement('code'), { textContent: field ?? 'config.json' });
  item.append(name, ` ${problem}.`);
  return item;
}
