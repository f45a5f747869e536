import type { SignalRule } from '../../router/signal-rule.ts';
import { plain } from '../pattern.ts';

/** Told with a smile, or about the weather and the trail rather than about us. */
const NOT_ABOUT_US = plain(
  /\b(?:ben|zijn) (?:niet|geenszins) (?:boos|kwaad|woedend|geirriteerd)|\b(?:haha\w*|hihi|lol)|😂|😊|😍|\b(?:slechtste|ergste) (?:weer|storm|geval)\b|\b(?:beestachtig|verdomd|verrekt) (?:koud|warm|heet)\b|\bgek op\b|\b(?:domme|stomme) vraag\b|\bvertel (?:een|eens een) (?:mop|grap)/u,
);

/** Anger needs words against us or a lost patience; a loss, a hurry or a complaint told calmly is none. */
export const DUTCH_ANGER: readonly SignalRule[] = [
  {
    signal: 'angry',
    name: 'swearing',
    aboutUs: true,
    pattern: plain(
      /\b(?:godverdomme|gvd|verdomme|verdorie|potverdorie|godver|kut\w{0,12}|klote\w{0,10}|klootza(?:k|kken)|lul(?:len)?|eikels?|hufters?|teringl\w+|tering|tyfus|kanker\w{0,10}|kak|shit|fuck\w*|wtf|rot op|rotzooi|rotwinkel|krijg de|flikker op|sodemieter op|bekijk het maar|strontzak|smeerlap(?:pen)?|klojo|wat een (?:rotzooi|teringzooi|zooi|puinhoop|bende))\b|🤬|😡|🖕/u,
    ),
    unless: NOT_ABOUT_US,
  },
  {
    signal: 'angry',
    name: 'insult',
    aboutUs: true,
    pattern: plain(
      /\b(?:idioten|idioot|debielen?|imbecielen?|sukkels?|prutsers?|amateurs|incompetente?|incompetentie|onbekwaam|dieven|dief|oplichters?|oplichterij|bedriegers?|leugenaars?|leugens|zakkenvullers|boeven|schurken|clowns?|nutteloze?|waardeloze?|waardeloos|achterlijke?|schaamteloos|stelletje \w+|stomme (?:bot|robot|computer|site|winkel|regels|antwoorden))\b/u,
    ),
    unless: NOT_ABOUT_US,
  },
  {
    signal: 'angry',
    name: 'verdict',
    aboutUs: true,
    pattern: plain(
      /\b(?:onaanvaardbaar|onacceptabel|ontoelaatbaar|schandalig|schandelijk|schande|schand[ea]|belachelijk|bespottelijk|absurd|ongehoord|walgelijke?|misselijkmakend|schaam (?:je|jullie|u)|een (?:lachertje|aanfluiting|farce|nachtmerrie|ramp|grof schandaal|regelrechte \w+|giller|grap van)|geen (?:enkel )?respect|het toppunt|(?:gaan|gaat) (?:jullie|u|dit) te ver|diefstal|(?:slechtste|vreselijke|verschrikkelijke|abominabele|bedroevende|waardeloze) (?:\w+ )?(?:service|klantenservice|klantendienst|bedrijf|winkel|ervaring|dienst)|(?:service|klantenservice|klantendienst|bedrijf|winkel|ervaring) (?:is |was )?(?:\w+ )?(?:vreselijk|verschrikkelijk|waardeloos|bedroevend|om te huilen|beneden alle peil))\b/u,
    ),
    unless: NOT_ABOUT_US,
  },
  {
    signal: 'angry',
    name: 'state',
    pattern: plain(
      /\b(?:(?:wat een|stelletje) (?:rot|kut|klote)(?:bedrijf|winkel|zooi|service|zaak)|scha+m je (?:kapot|dood|rot)|schaam jullie|(?:ik ben|ik word|we zijn|ben ik|word ik) (?:echt |heel |erg |zeer |zo |nu |ondertussen |behoorlijk |zwaar |hier )?(?:woedend|razend|furieus|kwaad|boos|woest|laaiend|pissig|pisnijdig|ziedend|verontwaardigd|gefrustreerd|gek van|ziek van|het zat|kotsbeu)|(?:maakt|maken) (?:me|mij) (?:woedend|razend|kwaad|boos|gek))\b/u,
    ),
    unless: NOT_ABOUT_US,
  },
  {
    signal: 'angry',
    name: 'patience_lost',
    aboutUs: true,
    pattern: plain(
      /\b(?:(?:ben|word) (?:ik )?(?:het |dit |dat |jullie |je )?(?:\w+ ){0,2}(?:zat|spuugzat|beu|moe)|spuugzat|kotsbeu|beu ge\w+|genoeg van (?:jullie|dit|het)|(?:mijn )?geduld (?:\w+ ){0,3}(?:is op|is ten einde|raakt op|op)|(?:verlies|verloor) (?:mijn )?geduld|nu is het (?:genoeg|welletjes)|het is genoeg geweest|tot hier en niet verder|(?:houden|nemen|hou|neem|houdt|neemt) (?:jullie |je |u )?(?:me|mij|ons) (?:voor de gek|in de maling|voor het lapje|voor de zot)|(?:jullie )?(?:lachen|lacht) (?:me|mij) uit|stop met (?:liegen|negeren|smoesjes|uitvluchten)|tijdverspilling|(?:verspil|verspillen) (?:\w+ )?(?:mijn )?tijd|menen jullie dit|meen je (?:dit|dat)|maken jullie een grap|is dit een grap)\b/u,
    ),
    unless: NOT_ABOUT_US,
  },
  {
    signal: 'angry',
    name: 'asked_often',
    pattern: plain(
      /\b(?:(?:al |nu |voor )?(?:de |het )?(?:derde|vierde|vijfde|zesde|tiende|zoveelste|honderdste|3e|4e|5e|\d+e) (?:keer|maal) (?:al )?(?:dat|nu dat)? ?(?:ik )?(?:\w+ ){0,3}(?:vraag|vroeg|schrijf|mail|bel|contacteer|herhaal|zeg|meld|klaag)|(?:zoveelste|derde|vierde|vijfde) (?:keer|maal)\W*$|(?:al )?(?:drie|vier|vijf|zes|tien|honderd|duizend|\d+|zoveel|tientallen) (?:keer|maal) (?:al )?(?:gevraagd|geschreven|gemaild|gebeld|gemeld|gezegd|gecontacteerd|uitgelegd)|hoe (?:vaak|veel keer) (?:moet|nog)|niemand (?:antwoordt|reageert|helpt|doet iets|luistert|geeft (?:een )?antwoord|laat iets))\b/u,
    ),
    unless: NOT_ABOUT_US,
  },
  {
    signal: 'angry',
    name: 'threat_to_leave',
    aboutUs: true,
    pattern: plain(
      /\b(?:(?:koop|bestel) (?:ik )?(?:hier |bij jullie )?nooit meer|nooit meer (?:koop|bestel|hier|bij jullie)|jullie zijn (?:mij als |een )klant kwijt|een klant kwijt|ik eis (?:een (?:antwoord|uitleg|verklaring|oplossing)|mijn geld|dat)|(?:wil|geef) (?:\w+ )?mijn geld (?:nu|direct|onmiddellijk) terug|nu mijn geld terug)\b/u,
    ),
    unless: NOT_ABOUT_US,
  },
];
