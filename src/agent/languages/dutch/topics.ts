import { plain } from '../pattern.ts';
import { topicsSaidAs } from '../shared-topics.ts';

/** What a plain wording settles more surely than counted n-grams do. The first rule that fits decides. */
export const DUTCH_TOPICS = topicsSaidAs({
  addressOfAnOrder: {
    words: plain(/\b(?:adres|leveradres|bezorgadres|straat|postcode|huisnummer)\b/u),
  },
  orderGoesElsewhere: {
    words: plain(/\bnaar (?:een |het |dit |mijn )?(?:ander |nieuwe? )?(?:adres|huis|werk)\b|\b(?:leveradres|bezorgadres|afleveradres)\b/u),
    except: plain(/\b(?:waar|wanneer|annul\w*|niet|nooit|hoeveel)\b/u),
  },
  whereIsMine: {
    words: plain(
      /\bwaar (?:is|zijn|blijft|blijven|zit) (?:toch |nou )?(?:mijn|m'n|onze?|ons) (?!geld|terugbetaling|factuur|rekening|account|code|ticket)/u,
    ),
  },
  whatIsOnFile: {
    words: plain(
      /\b(?:welke?|wat voor) (?:telefoonnummer|gsm|nummer|e-?mail(?:adres)?|mail(?:adres)?|adres|naam|gegevens|informatie)\b.{0,40}\b(?:hebben jullie|heb je|heeft u|staa(?:t|n)|opgeslagen|geregistreerd|bekend)\b/u,
    ),
    except: plain(/\b(?:bestelling|order|pakket|pakje)\b/u),
  },
  whatIOrderedAndPaid: {
    words: plain(
      /\b(?:(?:wat|hoeveel) heb ik (?:nu |toen |eigenlijk |in \w+ |vorige \w+ )?(?:betaald|besteld|gekocht|uitgegeven)|wanneer heb ik (?:dat |het |die |de \w+ |lf.{0,8} )?(?:besteld|gekocht|geplaatst)|(?:wat|hoeveel) ik (?:betaald|besteld|gekocht) heb)\b/u,
    ),
  },
  wantsToSendItBack: {
    words: plain(
      /\b(?:(?:wil|wou|wilde|moet|ga|kan|mag) (?:ik )?(?:\w+ ){0,4}(?:terugsturen|retourneren|terugbrengen)|(?:stuur|breng) (?:ik )?(?:het|die|deze|dit|de \w+) terug)\b/u,
    ),
    except: plain(/\b(?:ruilen|omruilen|wisselen|in plaats van|terugsturen (?:mail|bericht))\b/u),
  },
  whatItCostsInGeneral: {
    words: plain(/\b(?:hoeveel|wat) (?:rekenen jullie|reken je|rekent u|kost(?:en)?|betaal je)\b/u),
    except: plain(/\b(?:mijn kaart|afgeschreven|twee keer|dubbel)\b/u),
  },
  deliveryOfANamedOrder: {
    words: /./su,
    except: plain(/\b(?:hoeveel|kost|kosten|prijs|tarief|canada|buitenland|expres\w*|opties)\b/u),
  },
});
