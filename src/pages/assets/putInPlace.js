/*
 * Puts a part of a page as it is now in the place of what stands there: only what differs changes, so that focus, open
 * details and selections stay, and a form in which somebody writes is left alone. Runs in the browser, as it is.
 */
(() => {
  const FIELDS = 'textarea, select, input:not([type=hidden])';

  /** The form that was just taken. */
  let sent = null;

  const firstChosen = (select) =>
    Math.max(
      0,
      [...select.options].findIndex((option) => option.defaultSelected),
    );

  const typed = (field) => {
    if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
    if (field.options) return field.selectedIndex !== firstChosen(field);
    return field.value !== field.defaultValue;
  };

  /** Somebody writes in it, or words stand in it that were not taken yet. */
  const busy = (form) =>
    form !== sent &&
    (form.hasAttribute('data-keep') ||
      [...form.querySelectorAll(FIELDS)].some((field) => field === document.activeElement || typed(field)));

  /** Tells what is in the way of words that still stand in their form. */
  const stillTold = (node) =>
    node.matches('.problems') &&
    [...node.querySelectorAll('a[href^="#"]')].some(({ hash }) => {
      const form = document.getElementById(decodeURIComponent(hash.slice(1)))?.closest('form');
      return form && form !== sent && form.hasAttribute('data-keep');
    });

  const holdsBusy = (node) =>
    node.nodeType === 1 &&
    (stillTold(node) ||
      [node, ...node.querySelectorAll('form')].some((one) => one.matches('form') && busy(one)));

  /** What a part is known by; what has no name is known by its place. */
  const nameOf = (node) => {
    if (node.nodeType !== 1) return null;
    if (node.nodeName === 'FORM')
      return `${node.getAttribute('action')} ${node.querySelector('button')?.textContent}`;
    return node.id || node.getAttribute('aria-labelledby') || null;
  };

  const syncAttributes = (old, fresh) => {
    for (const { name } of [...old.attributes])
      if (!fresh.hasAttribute(name) && name !== 'open') old.removeAttribute(name);
    for (const { name, value } of [...fresh.attributes])
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  };

  /** What a field holds is not part of its attributes; asked before its parts move over. */
  const holdOf = (fresh) => {
    if (fresh.type === 'checkbox' || fresh.type === 'radio') {
      const checked = fresh.defaultChecked;
      return (old) => {
        old.checked = checked;
      };
    }
    if (fresh.options) {
      const chosen = firstChosen(fresh);
      return (old) => {
        old.selectedIndex = chosen;
      };
    }
    const value = fresh.defaultValue;
    return (old) => {
      old.defaultValue = value;
      old.value = value;
    };
  };

  const morph = (old, fresh) => {
    if (old.nodeType !== 1) {
      if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
      return;
    }
    if (old.id === 'timer' || old.id === 'present' || (old.nodeName === 'FORM' && busy(old))) return;
    syncAttributes(old, fresh);
    const hold = old.matches('textarea, select, input') ? holdOf(fresh) : null;
    morphChildren(old, fresh);
    hold?.(old);
  };

  const morphChildren = (old, fresh) => {
    const wanted = [...fresh.childNodes];
    const names = new Set(wanted.map(nameOf));
    names.delete(null);
    const stays = (node) => names.has(nameOf(node)) || holdsBusy(node);
    let at = old.firstChild;
    for (const item of wanted) {
      const name = nameOf(item);
      const known =
        name && [...old.children].find((child) => nameOf(child) === name && !wanted.includes(child));
      const passed = (node) => (known ? !stays(node) : nameOf(node) !== null && !names.has(nameOf(node)));
      while (at && at !== known && passed(at)) {
        const next = at.nextSibling;
        if (!holdsBusy(at)) at.remove();
        at = next;
      }
      const match = name ? known : at && nameOf(at) === null && at.nodeName === item.nodeName ? at : null;
      if (match && match.nodeName === item.nodeName) {
        if (match === at) at = at.nextSibling;
        else old.insertBefore(match, at);
        morph(match, item);
      } else old.insertBefore(item, at);
    }
    while (at) {
      const next = at.nextSibling;
      if (!holdsBusy(at)) at.remove();
      at = next;
    }
  };

  /** `taken` is the form that led to it, which needs no care any more; null for none. */
  window.putInPlace = (old, fresh, taken) => {
    sent = taken;
    morph(old, fresh);
    sent = null;
  };
})();
