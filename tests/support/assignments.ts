import type { Assignment } from '../../src/core/model/homework';

/** Handed out on a Monday morning, due ten days later. */
export function sampleAssignment(changes: Partial<Assignment> = {}): Assignment {
  return {
    id: 'h1',
    group: 'g1',
    title: 'Gesprek met de vader van Hasna',
    note: '',
    scenarios: ['hasna'],
    level: null,
    opensAt: null,
    dueAt: '2026-03-12T22:59:00.000Z',
    timeZone: 'Europe/Amsterdam',
    attempts: null,
    focus: [],
    preparation: false,
    reflection: false,
    sight: 'levels',
    publishedAt: '2026-03-02T09:00:00.000Z',
    closedAt: null,
    createdBy: 'tineke',
    createdAt: '2026-03-02T09:00:00.000Z',
    version: 1,
    ...changes,
  };
}
