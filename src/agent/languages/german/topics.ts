import { plain } from '../pattern.ts';
import { topicsSaidAs } from '../shared-topics.ts';

/** What a plain wording settles more surely than counted n-grams do. The first rule that fits decides. */
export const GERMAN_TOPICS = topicsSaidAs({
  addressOfAnOrder: {
    words: plain(/\b(?:adresse|anschrift|lieferadresse|stras{1,2}e|postleitzahl|plz)\b/u),
    except: plain(/\b(?:e-?mail|mail)-?adresse\b/u),
  },
  whereIsMine: {
    words: plain(
      /\bwo (?:ist|sind|bleib(?:t|en)|steck(?:t|en)) (?:denn |eigentlich |nur )?(?:mein|unser)\w{0,2}\b(?! (?:geld|erstattung|rechnung|konto|code|ticket))/u,
    ),
  },
  whatIsOnFile: {
    words: plain(
      /\bwas (?:haben sie|habt ihr|ist|wird)(?: \w+){0,2} (?:uber|ueber|von|zu) (?:mich|mir)\b.{0,20}\b(?:gespeichert|hinterlegt)|\bwelche[rnsm]? (?:telefon\w*|handy\w*|nummer|mail\w*|e-?mail\w*|adresse|anschrift|name\w*|daten|angaben)\b.{0,40}\b(?:haben sie|habt ihr|hast du|gespeichert|hinterlegt|steht|eingetragen)\b/u,
    ),
    except: plain(/\b(?:bestellung|paket|lieferung|auftrag)\b/u),
  },
  whatIOrderedAndPaid: {
    words: plain(
      /\b(?:(?:was|wie ?viel) (?:habe? ich|hab ich)\b.{0,30}\b(?:bestellt|gekauft|bezahlt|gezahlt|ausgegeben)|wann (?:habe? ich|hab ich|wurde)\b.{0,30}\b(?:bestellt|gekauft|aufgegeben))\b/u,
    ),
  },
  wantsToSendItBack: {
    words: plain(
      /\b(?:zuruck(?:zu)?(?:schick\w*|send\w*|geb\w*)|zurueck(?:zu)?(?:schick\w*|send\w*|geb\w*)|retour(?:e|en|nieren|schick\w*)|geht zuruck)\b/u,
    ),
    except: plain(/\b(?:umtausch\w*|statt|ruf\w*|anruf\w*|geld zuruck)\b/u),
  },
  whatItCostsInGeneral: {
    words: plain(/\b(?:was|wie ?viel) (?:kostet|kosten|verlangen sie|verlangt ihr|berechnen sie|nehmen sie)\b/u),
    except: plain(/\b(?:meine karte|mir|zweimal|doppelt)\b/u),
  },
  deliveryOfANamedOrder: {
    words: /./su,
    except: plain(/\b(?:wie ?viel|kostet|kosten|preis|gebuhr|porto|kanada|ausland|expres+\w*|optionen)\b/u),
  },
});
