/* Takes everything of a meeting off the screen when it is withdrawn, or not for this person any more. Runs in the browser. */
(() => {
  window.roomGone = (live, words) => {
    const main = document.getElementById('main');
    const section = document.createElement('section');
    const told = document.createElement('p');
    const list = document.createElement('a');
    document.title = words.gone;
    told.textContent = words.goneMore;
    told.setAttribute('role', 'alert');
    list.href = live.dataset.list;
    list.textContent = live.dataset.listLabel;
    section.append(told, list);
    const heading = document.querySelector('h1');
    heading.textContent = words.gone;
    heading.tabIndex = -1;
    for (const part of document.querySelectorAll('header > :not(h1), footer > *')) part.remove();
    main.replaceChildren(section);
    history.replaceState(null, '', live.dataset.page);
    heading.focus();
  };
})();
