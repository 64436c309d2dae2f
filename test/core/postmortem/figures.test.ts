import { figuresIn, isImpactFigure } from '../../../src/core/postmortem/figures.js';

describe('a figure of the impact', () => {
  it.each([
    'about 75% of active users hit it',
    '80% of users affected, estimate 20,000 people who cannot buy',
    '~20k customers could not log in',
    'over 5 million webhooks queued, 80000 pages builds behind',
    '$12,400 of revenue lost',
    'nobody can complete a purchase',
    '85% of the network returning errors',
    '5037 Projekte weg, dazu 707 Benutzer',
    'インスタンスの約4.2%、ボリューム1300本で性能低下',
  ])('is in "%s"', (text) => {
    expect(isImpactFigure(text)).toBe(true);
  });

  it.each([
    'HTTP 503 on all frontends',
    'listening on port 5432',
    'rolled back to 2024.06.07-2',
    'packet loss 4% between lb and app subnet',
    'copying, 55% done',
    'web cpu 20%, threads all busy',
    'pid 4711 was killed',
  ])('is not in "%s"', (text) => {
    expect(isImpactFigure(text)).toBe(false);
  });

  it.each([
    ['20,000 users', [{ unit: 'people', noun: 'users', number: '20000' }]],
    ['200000 webhook payloads', [{ unit: 'things', noun: 'payloa', number: '200000' }]],
    ['99.5% of requests', [{ unit: 'percent', noun: '', number: '99.5' }]],
  ])('%s is counted with its noun', (text, figures) => {
    expect(figuresIn(text)).toEqual(figures);
  });
});
