import type { SignalRule } from '../../router/signal-rule.ts';
import { plain } from '../pattern.ts';

/** Asked before anything happened, or about what is sold. */
const ASKED_IN_GENERAL = plain(
  /^\W*(?:(?:kan|kunnen|mag|is|zijn|wat als|hoe|hoeveel|wordt|heeft|zit)\b)|\b(?:in geval van|om .{0,20}te voorkomen|voorkom\w*|bescherm\w+|bestand tegen|vuurvast|brandwerend|ehbo|eerste[- ]hulp[- ]?(?:set|kit|doos|tas\w*|pakket)|(?:bezorg|lever|stuur|werk)\w* (?:\w+ ){0,3}ziekenhuis|niet (?:brandt|ontploft|smelt))\b/u,
);

/** Somebody is hurt, may be hurt, or says that they will hurt, as in English. */
export const DUTCH_DANGER: readonly SignalRule[] = [
  {
    signal: 'reports_danger',
    name: 'injury',
    pattern: plain(
      /\b(?:(?:mijn|m'n|zijn|haar|onze) (?:\w+ )?(?:hand|handen|vinger|vingers|gezicht|arm|armen|been|benen|voet|oog|ogen|lip|mond|pols|enkel|hoofd)\b.{0,30}\b(?:verbrand|gesneden|gebroken|gewond|bezeerd|gekneusd|open(?:gehaald|gesneden)?)|me(?:zelf)? (?:\w+ ){0,3}(?:verbrand|gesneden|bezeerd|verwond)|gewond(?:e|en)?|brandwond\w*|(?:elektrische )?schok (?:gekregen|gehad|van)|(?:zoon|dochter|kind|baby|peuter|man|vrouw|moeder|vader|hond|kat|vriend\w*) (?:\w+ ){0,4}(?:ingeslikt|gestikt|stikte|verslikt|verbrand|gewond|vergiftigd)|ingeslikt|(?:knoop(?:cel|batterij)|batterij)\w{0,2} (?:\w+ ){0,2}(?:door|op)?(?:geslikt|gegeten)|allergische reactie|huiduitslag|voedselvergiftiging|vergiftig\w+|(?:moeten|moest\w*|aan het) overgeven|(?:in|naar) het ziekenhuis|(?:op|naar) de (?:spoed(?:eisende hulp)?|eerste hulp)|ambulance)\b/u,
    ),
    unless: ASKED_IN_GENERAL,
  },
  {
    signal: 'reports_danger',
    name: 'fire',
    pattern: plain(
      /\b(?:vlam gevat|(?:vatte|vat|vatten) vlam|(?:in|vloog in|stond in) brand(?! ?(?:te|stof))|in de fik|ontploft?e?|ontploffing|geexplodeerd|explodeerde|explosie|(?:er )?(?:komt|kwam) (?:\w+ ){0,3}(?:rook|vonken|vlammen)|vonken|(?:ruikt|rook|ruik|stinkt) (?:\w+ ){0,3}naar (?:gas|brand)|gaslucht|gaslek|(?:lekt|lekte) gas|gas lekt|koolmonoxide)\b/u,
    ),
    unless: ASKED_IN_GENERAL,
  },
  {
    signal: 'reports_danger',
    name: 'threat_or_despair',
    pattern: plain(
      /\b(?:ik (?:maak|sla|steek|schiet) (?:je|jullie|u|iemand) (?:\w+ ){0,2}(?:af|dood|neer|kapot|in elkaar)|weet waar (?:je|jullie|u) (?:\w+ )?(?:woont|wonen|werkt|werken|woon|werk)|kom (?:\w+ ){0,2}langs met een (?:mes|bijl|pistool|knuppel|honkbalknuppel)|zelfmoord|(?:wil|wou) (?:\w+ ){0,2}dood\b|niet meer (?:verder )?leven|einde (?:aan|maken aan) mijn leven|suicid\w+|(?:mijn|m'n) ex\b.{0,50}\b(?:wachtwoord|adres|account)|stalk\w+|huiselijk geweld|contactverbod|straatverbod|(?:word|wordt|heeft|hebben|werd) (?:\w+ ){0,4}(?:bedreigd|aangevallen|geslagen)|(?:leven|het) niet meer (?:zitten|aan)\b(?=.{0,20}$)|uit het leven stappen)\b/u,
    ),
  },
];
