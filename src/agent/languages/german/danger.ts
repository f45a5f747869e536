import type { SignalRule } from '../../router/signal-rule.ts';
import { plain } from '../pattern.ts';

/** Somebody is hurt, ill or threatened, or something that was sold burns: a person has to look at once. */
export const GERMAN_DANGER: readonly SignalRule[] = [
  {
    signal: 'reports_danger',
    name: 'injury',
    pattern: plain(
      /\b(?:verletzt(?:e|en)?(?! (?:den|das|die|einen|ihr))|verletzung(?:en)?|(?:mich|mir|sich|uns|er|sie|sohn|tochter|kind|frau|mann)(?: \w+){0,4} (?:verbrannt|verbrue?ht|geschnitten|gebrochen|verschluckt|vergiftet)|verbrennung(?:en)?|(?:knopfzelle|batterie|kleinteil)\w{0,2} (?:\w+ )?(?:verschluckt|geschluckt|gegessen)|(?:verschluckt|geschluckt)\b.{0,25}\b(?:knopfzelle|batterie)|im krankenhaus|ins krankenhaus|im spital|ins spital|notaufnahme|notarzt|rettungswagen|vergiftung|allergische reaktion|stromschlag|blutet|geblutet|bewusstlos|bewustlos)\b/u,
    ),
    unless: plain(
      /\b(?:liefer\w*|arbeite\w*|adresse|schick\w*)\b.{0,25}\b(?:krankenhaus|spital)|\b(?:bei|gegen|vor|um) (?:\w+ )?(?:verletzung\w*|verbrennung\w*) (?:schue?tz\w*|zu vermeiden)|\berste hilfe\b|\bin (?:der|meiner) hand (?:zer)?(?:ge)?brochen\b|\bkann man sich\b|\b(?:zeltstange|stange|glas|naht)\b.{0,15}\bgebrochen/u,
    ),
  },
  {
    signal: 'reports_danger',
    name: 'fire',
    pattern: plain(
      /\b(?:feuer gefangen|in flammen|in brand|brand(?: ausgebrochen)?(?= im| in|[.! ]*$)|explodiert\w{0,2}|explosion|geschmolzen|(?:es |der kocher |die lampe |der akku )?(?:raucht|qualmt)|funken|(?:riecht|stinkt) (?:\w+ )?nach (?:gas|rauch|verbranntem)|gasgeruch|gasleck|gas tritt aus|kohlenmonoxid)\b/u,
    ),
    unless: plain(/\b(?:falls|gegen|schutz vor|feuer machen|lagerfeuer|feuerstelle|funkengeschue?tzt|rauchmelder)\b/u),
  },
  {
    signal: 'reports_danger',
    name: 'threat',
    pattern: plain(
      /\b(?:(?:mich|mir) (?:um(?:bringen|zubringen)|das leben nehmen|etwas antun)|(?:will|mag|moe?chte|kann) (?:\w+ )?nicht mehr (?:weiter)?leben|(?:keine lust|keinen sinn) mehr (?:zu|am) leben|bring(?:e)? (?:euch|sie|dich) um|(?:euch|sie|dich) (?:umbringen|zusammenschlagen)|ich komme vorbei und)\b/u,
    ),
  },
];
