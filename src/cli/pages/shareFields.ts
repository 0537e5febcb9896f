import type { ShareDraft } from '../../app/reviews/shareDraft';
import type { Values } from '../../channels/webchat/personPages';

/** A draft as a form sent it; what is not there is not chosen. */
export function draftFrom(fields: Values): ShareDraft {
  const { title = '', group = '', method = '', freeze = '', until = '', hide = '' } = fields;
  return {
    ...{ title, group, method, freeze, until, hide },
    turns: after(fields, 'turn.').flatMap(([turn]) => (/^\d{1,4}$/.test(turn) ? [Number(turn)] : [])),
    focus: after(fields, 'focus.').map(([criterion]) => criterion),
    card: fields.card === 'yes',
    preparation: fields.preparation === 'yes',
    reflection: fields.reflection === 'yes',
    keep: [...new Set(after(fields, 'keep.').flatMap(([, words]) => words.split(/\r?\n/)))].filter(Boolean),
  };
}

function after(fields: Values, name: string): readonly (readonly [string, string])[] {
  return Object.entries(fields).flatMap(([field, value]) =>
    field.startsWith(name) ? [[field.slice(name.length), value] as const] : [],
  );
}
