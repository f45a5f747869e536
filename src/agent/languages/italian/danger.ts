import type { SignalRule } from '../../router/signal-rule.ts';
import { plain } from '../pattern.ts';

/** Asked before anything happened, or about what is sold. */
const ASKED_IN_GENERAL = plain(
  /^\W*(?:(?:puo|possono|potrebbe|si puo|che succede|cosa succede|come|quanto|serve|resiste|regge|include|posso)\b|(?:e|sono|c'e|ha)\b[^.!?]{0,120}\?)|\b(?:in caso di|per evitare|evita\w*|protegg\w+|protezione|resistente|antifiamma|kit di pronto|cassetta di pronto|non (?:brucia|esplode|prende fuoco)|(?:consegn|sped|lavor|invi)\w+ (?:\w+ ){0,3}(?:all'|in |dall'|nell'|l')?ospedale)\b/u,
);

/** Somebody is hurt, may be hurt, or says that they will hurt, as in English. */
export const ITALIAN_DANGER: readonly SignalRule[] = [
  {
    signal: 'reports_danger',
    name: 'injury',
    pattern: plain(
      /\b(?:mi sono (?:bruciat|tagliat|ferit|ustionat|scottat|intossicat|fatt[oa] mal)\w*|mi sono rott[oa] (?:il|la|un|una) (?:braccio|gamba|polso|dito|piede|caviglia)|mi ha (?:bruciato|tagliato|ferito|ustionato) (?:la|il|le|i|una|un) (?:mano|mani|faccia|viso|dito|dita|braccio|gamba|occhi|labbro|bocca|piede)|(?:figli[oa]|bambin[oa]|bimb[oa]|neonat[oa]|marito|moglie|madre|padre|sorella|fratello|cane|gatt[oa]|amic[oa]|vicin[oa]) (?:\w+ ){0,4}(?:si e (?:bruciat|tagliat|ferit|ustionat|soffocat|strozzat|intossicat|rott[oa] |fatt[oa] mal)\w*|ha (?:ingoiato|ingerito|rischiato di soffocare))|(?:ha )?ingoiat\w\b.{0,30}\b(?:pila|batteria|pezz\w+|bottone)|ustion[ei]|ferit[ei] (?:grav|liev|alla|al)\w*|(?:preso|presa) la scossa|scossa elettrica|folgorat\w|reazione allergica|intossicazione|avvelena\w+|(?:sto|stiamo|sta|ho|abbiamo) vomitat?\w+|(?:al|dal) pronto soccorso|(?:in|all'|finit\w+ in) ?ospedale|ambulanza)\b/u,
    ),
    unless: ASKED_IN_GENERAL,
  },
  {
    signal: 'reports_danger',
    name: 'fire',
    pattern: plain(
      /\b(?:(?:ha|hanno) preso fuoco|prende fuoco|in fiamme|incendio|(?:e|sono) espl?os\w|esplos[aoie]|esplosione|(?:mi )?e scoppiat\w (?:in|la bombola|il fornello)|(?:esce|usciva|uscito|fa|faceva|fanno) (?:\w+ )?(?:fumo|scintille|fiamme)|(?:puzza|odore|puzzo) (?:\w+ )?di (?:gas|bruciato)|(?:fuga|perdita) di gas|perde gas|monossido)\b/u,
    ),
    unless: ASKED_IN_GENERAL,
  },
  {
    signal: 'reports_danger',
    name: 'threat_or_despair',
    pattern: plain(
      /\b(?:(?:vi|ti|la|lo) (?:ammazzo|uccido|spacco|faccio a pezzi|vengo a (?:cercare|prendere))|so dove (?:abit|lavor|viv)\w+|vengo (?:li|da voi) con (?:un|una) (?:coltello|mazza|pistola)|voglio morire|uccidermi|ammazzarmi|mi (?:uccido|ammazzo)|farla finita|suicid\w+|non (?:voglio|ce la faccio|riesco) piu (?:a )?vivere|non ho piu voglia di vivere|togliermi la vita|(?:il mio|la mia) ex\b.{0,50}\b(?:password|indirizzo|account)|stalk\w+|mi (?:perseguita\w*|minaccia\w*)|mi ha(?:nno)? (?:minacciat|aggredit|picchiat)\w|(?:sono stat[oa]|vengo) (?:minacciat|aggredit|picchiat)\w|violenza domestica|ordine restrittivo)\b/u,
    ),
  },
];
