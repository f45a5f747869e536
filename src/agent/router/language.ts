/** Frequent words that hardly occur in the other languages listed. */
const FREQUENT_WORDS: Readonly<Record<string, string>> = {
  en: 'the is my and you to of i it for on where what how when can was have please order not with this your me do are want need hello thanks help a in',
  es: 'el los las mi y que de es por para dónde donde cómo como cuándo cuando quiero pedido está esta hola gracias necesito una con no se ha lo mis puedo un favor ayuda devolver reembolso',
  fr: 'le les mon ma et que est où quand comment je vous pour commande bonjour merci une avec pas ne des du mes suis voudrais veux puis aide colis remboursement la un au ce votre sil plaît',
  de: 'der die das ist mein meine und ich nicht wo wann wie bitte bestellung hallo danke für mit eine ein habe kann möchte sie zu den auf noch paket wurde meiner brauche rückerstattung guten tag',
  pt: 'o os meu minha e que é onde quando como quero pedido olá obrigado obrigada para não uma um com está do da meus preciso encomenda posso você devolver reembolso ajuda foi',
  it: 'il gli mio mia e che è dove quando come vorrei voglio ordine ciao grazie per non una un con sono del della miei posso ho pacco rimborso aiuto buongiorno il lo',
  nl: 'de het mijn en is waar wanneer hoe ik niet bestelling hallo bedankt dank voor met een heb kan wil je u op nog pakket graag geld terug hulp goedendag van dit',
};

const LANGUAGES = Object.entries(FREQUENT_WORDS).map(([language, words]) => ({ language, words: new Set(words.split(' ')) }));

/** ISO 639-1 of the language with the most frequent words in the text; English unless another is clearly ahead. */
export function detectLanguage(text: string): string {
  const words =
    text
      .slice(0, 2000)
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/\p{L}+/gu) ?? [];
  const hits = LANGUAGES.map(({ language, words: frequent }) => ({ language, hits: words.filter((word) => frequent.has(word)).length }));
  const english = hits.find((row) => row.language === 'en')?.hits ?? 0;
  const [best] = hits.toSorted((left, right) => right.hits - left.hits);
  return best !== undefined && best.hits >= 2 && best.hits > english ? best.language : 'en';
}
