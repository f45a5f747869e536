import { beforeAll, describe, expect, it } from '@jest/globals';
import { articlesOf, passagesOf } from '../../../src/agent/knowledge/article.ts';
import { composeAnswer } from '../../../src/agent/knowledge/compose-answer.ts';
import { createRetriever, type Retriever } from '../../../src/agent/knowledge/retrieve.ts';
import { createMultilingualIndex } from '../../../src/store/knowledge/multilingual-index.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const ARTICLES: Readonly<Record<string, string>> = {
  'es/reembolsos.md': `---
title: ¿Cuánto tarda un reembolso?
category: returns
language: es
asked:
  - questions: [cuánto tarda el reembolso, cuándo me devuelven el dinero, en cuántos días recibo mi dinero]
  - answer: A dónde va el dinero
    questions: [a qué tarjeta va el reembolso, me lo pueden devolver en otra tarjeta]
---
Un reembolso tarda de 5 a 10 días laborables. Vuelve al mismo medio de pago.

## A dónde va el dinero

El dinero vuelve siempre al medio de pago original.`,
  'es/contrasena.md': `---
title: Restablecer la contraseña
category: account
language: es
asked:
  - questions: [olvidé mi contraseña, cómo cambio la contraseña]
---
1. Abra la página de inicio de sesión.
2. Elija «He olvidado mi contraseña».`,
  'de/erstattung.md': `---
title: Wie lange dauert eine Erstattung?
category: returns
language: de
asked:
  - questions: [wie lange dauert die Erstattung, wann bekomme ich mein Geld zurück]
---
Eine Erstattung dauert 5 bis 10 Werktage.`,
  'refunds.md': '---\ntitle: How long do refunds take?\ncategory: returns\n---\nRefunds take 5–10 business days.',
  'es/interno.md':
    '---\ntitle: Reembolsos con excepción\nlanguage: es\naudience: internal\n---\nSolo el equipo decide un reembolso con excepción.',
};

describe('answers in other languages than English', () => {
  let retriever: Retriever;
  const answer = async (question: string, language: string, categories: readonly string[] = []): Promise<string | undefined> => {
    const found = await retriever.find(question, { intentCategories: categories, audience: 'public', validAt: NOW, language });
    return composeAnswer(question, found)?.text;
  };

  beforeAll(async () => {
    const index = createMultilingualIndex();
    const defaults = { category: 'general', audience: 'public', priority: 'high' } as const;
    for (const [path, text] of Object.entries(ARTICLES)) {
      for (const parsed of articlesOf({ path, text, modifiedAt: NOW }, defaults)) {
        if (parsed.kind === 'article') await index.upsert(passagesOf(parsed.article));
      }
    }
    retriever = createRetriever(index, { candidates: 5, passages: 3, floor: 0.35 });
  });

  it.each([
    ['es', '¿Cuánto tarda mi reembolso?', /de 5 a 10 días/],
    ['es', 'hola, cuando me devuelven mi dinero?? gracias', /de 5 a 10 días/],
    ['es', 'buenas, he olvidado la contrasena', /^1\. Abra/],
    ['es', '¿Me pueden hacer el reembolso en otra tarjeta?', /medio de pago original/],
    ['de', 'Wann bekomme ich denn endlich mein Geld zurueck?', /5 bis 10 Werktage/],
    ['de', 'wie lange dauert die erstatung', /5 bis 10 Werktage/],
    ['en', 'how long do refunds take', /5–10 business days/],
  ])('come from articles in that language: %s: %s', async (language, question, expected) => {
    expect(await answer(question, language)).toMatch(expected);
  });

  it.each([
    ['es', '¿Venden bicicletas eléctricas?'],
    ['es', 'how long do refunds take'],
    ['de', 'Verkauft ihr auch Fahrräder?'],
    ['de', 'Wie setze ich mein Passwort zurück?'],
    ['pt', 'quanto tempo demora o reembolso'],
    ['es', 'LF-10002'],
    ['es', '¿Quién decide un reembolso con excepción?'],
  ])('are none where no article in that language surely answers: %s: %s', async (language, question) => {
    expect(await answer(question, language)).toBeUndefined();
  });

  it('come from another category too when the words are asked there', async () => {
    expect(await answer('¿Cuánto tarda un reembolso?', 'es', ['account'])).toMatch(/de 5 a 10 días/);
  });
});
