import type { SignalRule } from '../../router/signal-rule.ts';
import { plain } from '../pattern.ts';

/** Told with a smile, or about the weather and the trail rather than about us. */
const NOT_ABOUT_US = plain(
  /\bnon sono (?:arrabbiat|incazzat|seccat|furios)|\b(?:ahah\w*|haha|eheh|lol)|😂|😊|😍|\bpeggior (?:tempo|clima|tempesta|dei casi)\b|\b(?:freddo|caldo|tempo) (?:cane|di merda|schifoso)\b|\bbarzellett\w+ (?:su|sui)\b|\braccont\w+ (?:una )?barzelletta|\bdomanda (?:stupida|scema)\b|\bpazz[oa] di gioia\b/u,
);

/** Anger needs words against us or a lost patience; a loss, a hurry or a complaint told calmly is none. */
export const ITALIAN_ANGER: readonly SignalRule[] = [
  {
    signal: 'angry',
    name: 'swearing',
    aboutUs: true,
    pattern: plain(
      /\b(?:merda|merde|cazz(?:o|i|ata|ate)|incazzat[oaie]|stronz\w{1,4}|vaffanculo|fanculo|vaffa|porc[oa] (?:dio|troia|miseria|madonna)|troia|puttan\w{1,4}|figli[oa]? di (?:puttana|troia)|coglion\w{1,5}|bastard[oaie]|rompi(?:ndo|te|ti)? (?:il cazzo|i coglioni|le palle)|palle piene|rotto (?:le palle|il cazzo|i coglioni)|per il culo|che schifo|schifos[oaie]|(?:dove|che|chi|cosa|perche|quando) (?:diavolo|cavolo|cazzo|caspita|diamine|accidenti))\b|🤬|😡|🖕/u,
    ),
    unless: NOT_ABOUT_US,
  },
  {
    signal: 'angry',
    name: 'insult',
    aboutUs: true,
    pattern: plain(
      /\b(?:idiot[aie]|imbecill[ei]|cretin[oaie]|deficient[ei]|incapac[ei]|incompetent[ei]|incompetenza|ladr[oi]|truffator[ei]|truffa|imbroglion[ei]|bugiard[oaie]|buffon[ei]|pagliacc[io]|svergognat[oaie]|disonest[oaie]|cialtron[ei]|stupid[oaie] (?:bot|robot|azienda|sistema|sito)|siete (?:inutili|stupidi)|pezzent[ei]|farabutt[oi]|delinquenti)\b/u,
    ),
    unless: NOT_ABOUT_US,
  },
  {
    signal: 'angry',
    name: 'verdict',
    aboutUs: true,
    pattern: plain(
      /\b(?:inaccettabil[ei]|intollerabil[ei]|inammissibil[ei]|vergognos[oaie]|vergogn(?:atevi|ati|arvi|arsi)|(?:una|che) vergogna|ridicol[oaie]|assurd[oaie]|un'assurdita|scandalos[oaie]|(?:una|e una|che) (?:presa in giro|schifezza|barzelletta|buffonata|mancanza di rispetto|porcata|pagliacciata|indecenza)|mancanza di rispetto|e il colmo|(?:avete|hai|ha) (?:superato|passato) (?:il|ogni) limite|fate (?:schifo|pena|ridere)|un (?:disastro|furto|abuso|incubo|pessimo)|schifo (?:di|d')|(?:servizio|assistenza|azienda|ditta|negozio|esperienza|trattamento) (?:\w+ ){0,2}(?:pessim[oa]|orribile|schifos[oa]|terribile|di merda|vergognos[oa]|penos[oa])|pessim[oa] (?:servizio|assistenza|esperienza|azienda|negozio)|(?:il|la) peggior(?:e)? (?:\w+ )?(?:servizio|assistenza|azienda|negozio|esperienza))\b/u,
    ),
    unless: NOT_ABOUT_US,
  },
  {
    signal: 'angry',
    name: 'state',
    pattern: plain(
      /\b(?:(?:sono|mi sento|siamo|sto diventando|mi fate|mi avete fatto) (?:molto |davvero |proprio |veramente |abbastanza |cosi |ormai )?(?:furios[oaie]|furibond[oaie]|arrabbiat[oaie]|arrabbiatissim[oaie]|incazzat[oaie]|indignat[oaie]|infuriat[oaie]|stuf[oaie]|esasperat[oaie]|stanc[oa] di|frustrat[oaie]|imbestialit[oaie]|arrabbiare|incazzare)|che rabbia|mi (?:fa|fate|fanno) (?:rabbia|imbestialire|incazzare|arrabbiare))\b/u,
    ),
    unless: NOT_ABOUT_US,
  },
  {
    signal: 'angry',
    name: 'patience_lost',
    aboutUs: true,
    pattern: plain(
      /\b(?:stuf[oa] (?:di|dei|delle|ormai)|non ne posso (?:proprio )?piu|ne ho (?:abbastanza|le scatole piene)|(?:ho perso|sto perdendo|e finita|avete esaurito) la (?:mia )?pazienza|la (?:mia )?pazienza (?:e finita|ha un limite)|ora basta|adesso basta|basta (?:scuse|aspettare|prese in giro)|mi (?:state|avete) (?:prendendo|pres[oa]) (?:in giro|per)|prendendo per i fondelli|vi (?:state )?(?:prendete|prendendo) gioco di me|smett(?:etela|ila) di (?:mentire|ignorarmi|prendermi)|perdere tempo|perdita di tempo|mi (?:fate|state facendo) perdere tempo|state scherzando|scherzate|e uno scherzo)\b/u,
    ),
    unless: NOT_ABOUT_US,
  },
  {
    signal: 'angry',
    name: 'asked_often',
    pattern: plain(
      /\b(?:(?:e |e gia |per )?(?:la )?(?:terza|quarta|quinta|sesta|decima|ennesima|3a|4a|5a|\d+a) volta che (?:\w+ ){0,2}(?:chied\w+|scriv\w+|domand\w+|contatt\w+|chiam\w+|ripet\w+|reclam\w+|spieg\w+|mand\w+)|(?:chiesto|scritto|detto|contattat[oi]|chiamato|spiegato)\b.{0,15}\b(?:tre|quattro|cinque|sei|dieci|mille|\d+|tante|troppe|varie) volte|(?:quante|mille) volte (?:\w+ ){0,2}(?:devo|dovro|ve lo|te lo|bisogna)|nessuno (?:mi |ci )?(?:risponde|ha risposto|aiuta|fa niente|fa nulla|si fa vivo|mi considera))\b/u,
    ),
    unless: NOT_ABOUT_US,
  },
  {
    signal: 'angry',
    name: 'threat_to_leave',
    aboutUs: true,
    pattern: plain(
      /\b(?:(?:non (?:compro|comprero|ordino|ordinero) (?:mai )?piu|mai piu (?:da voi|un acquisto|comprero))|avete perso un(?:a)? cliente|(?:esigo|pretendo) (?:una (?:risposta|spiegazione|soluzione)|i miei soldi|che)|(?:rivoglio|voglio) i miei soldi (?:subito|adesso|ora))\b/u,
    ),
    unless: NOT_ABOUT_US,
  },
];
