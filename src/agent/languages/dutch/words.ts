import type { Words } from '../language.ts';
import { plain } from '../pattern.ts';
import { DUTCH_NOUNS } from './nouns.ts';
import { DUTCH_TOPICS } from './topics.ts';
import { DUTCH_VALUES } from './values.ts';

/** How customers who write Dutch, in the Netherlands and in Flanders, say what we have to understand. All without accents: `een` is also `één`. */
export const DUTCH_WORDS: Words = {
  answers: {
    yes: plain(
      /^(?:(?:ah|oh|oke+|ok(?:ay|ey)?|goed|nou|wel|hoi|hallo|bedankt|dank (?:je|u)(?: wel)?|sorry|en)[,.! ]+){0,4}(?:ja+(?: hoor| graag| zeker)?|jazeker|jawel|jep|yep|yes|zeker(?: weten)?|uiteraard|natuurlijk|absoluut|graag|klopt|dat klopt|correct|juist|inderdaad|precies|exact|bevestigd|ik bevestig|akkoord|mee eens|doe (?:maar|dat(?: maar)?|het(?: maar)?)|ga (?:maar )?(?:je gang|door|verder|uw gang)|gaat uw gang|voer (?:maar )?uit|dat mag|mag|prima|perfect|top|is goed|dat is (?:goed|prima|in orde|ok)|in orde|goed(?: zo)?|oke+|ok(?:ay|ey)?|👍|✅)(?![\p{L}\p{N}])/u,
    ),
    no: plain(
      /^(?:(?:ah|oh|oke+|ok(?:ay|ey)?|goed|nou|hoi|hallo|sorry|eigenlijk|toch|bedankt|dank (?:je|u)(?: wel)?)[,.! ]+){0,4}(?:nee+|neen|nope|niet (?:doen|nodig|nu)|nog niet|nu niet|liever niet|toch niet|beter niet|helemaal niet|zeker niet|doe (?:maar |het |dat )?niet|annuleer(?: (?:dat|het|alles))?|stop(?: maar)?|wacht(?: even)?|even wachten|momentje|laat (?:maar|het|zitten|dat)|vergeet (?:het|dat)(?: maar)?|hoeft niet|ik (?:heb me bedacht|ben van gedachten veranderd)|👎|❌)(?![\p{L}\p{N}])/u,
    ),
    weakYes: plain(
      /^(?:oke+|ok(?:ay|ey)?|goed|prima|perfect|top|mag|hoi|hallo|nou|bedankt|dank (?:je|u)(?: wel)?)(?![\p{L}\p{N}])(?!.{0,200}\b(?:ja|doe maar|doe het|doe dat|akkoord|bevestig\w*|ga je gang|klopt)\b)/u,
    ),
    agrees:
      /j+a+|jep|jawel|jazeker|o+k+(?:ay|e|ey)?|prima|goed|graag|doe|doen|maar|dat|dit|het|is|klopt|correct|akkoord|bevestig(?:d)?|ik|zeker|natuurlijk|uiteraard|als?jeblieft|alstublieft|aub|svp|dank(?:je|jewel|u)?|bedankt|je|u|uw|wel|heel|erg|veel|ga|gaat|gang|verder|mag|mooi|perfect|fijn|geweldig|juist|precies|vind|vindt|zo|en|de|een|mij|me|voor|hoor|hallo|hoi|top|nou|oh|ah|dan|nu|dag|kaart|geld|betaal|terug|helemaal|groet(?:en|jes)?|met|vriendelijke|wil/,
    reserves: plain(
      /\b(?:laat\w{0,3}|vergeet|hou\w{0,3}|stop\w{0,3}|liever|later|morgen|als|maar(?! (?:door|verder|uit)\b)(?<!doe maar)(?<!ga maar)(?<!dat maar)(?<!het maar)|behalve|tenzij|alleen als|wacht|eigenlijk|echter|toch (?:niet|liever)|liever|in plaats van|wijzig(?! (?:het|mijn) wachtwoord)|verander(?! (?:het|mijn) wachtwoord)|andere? (?:kaart|adres|rekening)|weet niet zeker|niet(?! (?:erg|uit|nodig te)\b)|geen(?! (?:probleem|haast|twijfel)\b)|nooit|annuleer|laat maar|vergeet)\b/u,
    ),
    nothingElse: plain(
      /^(?:nee+|neen|niks|niets|verder niets|niets meer|niks meer|meer niet|dat was (?:het|alles)|dat is (?:alles|het)|(?:nee+|neen),? (?:bedankt|dank (?:je|u)(?: wel)?|dat was (?:het|alles)|dat is alles|niks(?: meer)?|niets(?: meer)?|verder niets))(?:,? (?:bedankt|dank (?:je|u)(?: wel)?))?[.! ]*$/u,
    ),
    ratingDigit: plain(
      /^(?:(?:ik )?(?:geef|gaf|zou geven|een|cijfer)?(?: (?:je|jullie|u|het))?(?: een)?:? ?)?([1-5])(?:\s*(?:\/|van de|op)\s*5|\s*(?:sterren|ster|punten|punt))?[.,! ]*(?:(?:bedankt|dank).{0,40})?$/u,
    ),
    ratings: {
      een: 1,
      twee: 2,
      drie: 3,
      vier: 4,
      vijf: 5,
      verschrikkelijk: 1,
      waardeloos: 1,
      slecht: 2,
      matig: 3,
      redelijk: 3,
      oke: 3,
      goed: 4,
      prima: 4,
      geweldig: 5,
      uitstekend: 5,
      perfect: 5,
      top: 5,
    },
    corrects: plain(
      /^(?:nee+|neen|niet (?:die|dat|deze))[,.! ]+(?:(?:ik bedoel(?:de)?|het gaat om|ik heb het over) )?(?:de|het|mijn|die|lf-?\d)\b/u,
    ),
    accepts: plain(
      /(?:^|\bmaar |, )(?:oke+|ok(?:ay|ey)?|goed|prima|is goed|dat is goed|ik begrijp het|begrepen|snap ik|jammer|helaas|akkoord|tja|dan niet|begrijpelijk|redelijk)\b/u,
    ),
    waits: plain(
      /^(?:(?:ok(?:ay|e)?|ja|sorry|dank(?: je| u)?|nou|eh+)[,.! ]+){0,3}(?:h*mm+(?=\W*$)|(?:heel )?even(?:tjes)? (?:geduld|wachten|kijken|zoeken|checken|nakijken|vragen|nadenken)|(?:een|1|n) (?:momentje|moment|ogenblik\w{0,2}|seconde\w{0,2}|minuut\w{0,2})|momentje|secondje|wacht(?: even| eens)?|(?:ik )?(?:kijk|zoek|check|vraag|ga)(?: ik)? (?:het )?(?:even|zo|eens|mijn|in|naar|op)|ben zo terug|nog niet)\b[^?]{0,60}$/u,
    ),
    wantsSpecialist: plain(
      /\b(?:ja|jazeker|graag|alsjeblieft|alstublieft|aub|specialist|persoon|mens|iemand|medewerker|collega|zeker|doe (?:maar|dat|het)|ik wil|ik zou|vraag|praten|spreken|natuurlijk)\b/u,
    ),
    declines: plain(/^(?:nee+|neen|niet nu|nu niet|niet nodig|hoeft niet|nee bedankt|laat maar|liever niet)\b/u),
  },
  closing: {
    thanks: plain(
      /\b(?:bedankt|bdkt|dank (?:je|u)(?: ?wel)?|dank ?je ?wel|dankje|dankjewel|dankuwel|hartelijk dank|dank|merci|thanks|thx|tnx|mercikes)\b|🙏|❤️/u,
    ),
    allWell: plain(
      /^(?:(?:ah|oh|nou|oke+|ok(?:ay|ey)?)[,.! ]+){0,3}(?:goed(?: zo)?|oke+|ok(?:ay|ey)?|prima|super|top|tof|mooi|fijn|is goed|begrepen|snap ik|jammer|helaas|maakt niet uit|duidelijk)[.! ]*$|\b(?:laat (?:maar|zitten)|vergeet het|maakt niet uit|perfect|geweldig|super|uitstekend|prima|top|fantastisch|(?:dat |het )?(?:helpt|hielp|heeft geholpen|werkt|is gelukt|lukt)|dat (?:was|is) (?:het|alles)|alles (?:goed|duidelijk|in orde|opgelost|ok)|opgelost|in orde|geregeld|(?:nee+|neen),? (?:bedankt|dank|dat (?:was|is))|niets meer|niks meer|meer niet|tot ziens|doei|doeg|daag|dag|tot later|(?:een )?(?:fijne|prettige|goede) (?:dag|avond|weekend)|(?:een )?(?:fijn|prettig|goed) weekend)\b|👍|✅|🎉/u,
    ),
    takesBack: plain(
      /\?|\b(?:maar|echter|toch (?:niet|nog|liever|maar)|behalve|nog (?:steeds|altijd|niet|niks)|niet (?:echt|goed|gelukt|opgelost|geholpen|duidelijk)|(?:werkt|helpt|lukt|klopt|is|heeft|kan|begrijp|snap|wil) (?:dat |het |ik )?niet|nog (?:een|iets|eentje)|andere vraag|ook|verder|trouwens|en hoe zit|hoe zit het|geen dank aan)\b/u,
    ),
    wantsMore: plain(
      /(?:^|[.,;:!\n]\s{0,9}|\b(?:alsjeblieft|alstublieft|aub|en|dan|nu|kun je|kan je|wil je)\s+)(?:alsjeblieft,?\s+|even\s+|gewoon\s+)?(?:annuleer|stop|betaal|stort|stuur|verzend|ruil|vervang|wijzig|verander|pas|update|controleer|kijk|check|geef|zeg|toon|bel|help|zoek|verbind|sluit|verwijder|wis|reset|herstel|regel|haal)\b|(?:^|[.,;!\n]\s{0,9}|\ben )(?:waar|wanneer|waarom|hoe|wat|welke?|wie|hoeveel)\b|\b(?:ik (?:wil|wou|zou|moet|heb nodig|zoek)|niet ontvangen|(?:kun|kan|kunt|kunnen|zou|wil|willen|zouden) (?:je|jij|u|jullie|ik|iemand))\b|\bvoor niets\b/u,
    ),
    notHelped: plain(
      /^(?:nee+|neen|niet (?:echt|helemaal|zo)|nog niet|(?:dat |dit |het )?(?:helpt|hielp|werkt|heeft) (?:me |mij )?niet(?: geholpen)?|helaas niet|jammer genoeg niet|nutteloos|nog steeds (?:niet|niks|kapot|hetzelfde)|nog altijd (?:niet|niks)|eigenlijk niet)(?![\p{L}\p{N}])/u,
    ),
  },
  identity: {
    lostMailbox: plain(
      /\b(?:(?:geen|nooit) (?:toegang|inzage)(?: meer)?(?: \w+){0,4} ?(?:e-?mail(?:adres)?|mail(?:box|adres)?|inbox|postvak|adres)|(?:kan|kom|raak|geraak) (?:ik )?(?:\w+ )?(?:niet|nie|nooit) (?:meer )?(?:bij|in|aan|op)(?: \w+){0,3} (?:e-?mail(?:adres)?|mail(?:box|adres)?|inbox|postvak|adres)|(?:e-?mail(?:adres)?|mail(?:box|adres)?|inbox|postvak|adres) (?:bestaat niet meer|werkt niet meer|is (?:gesloten|weg|gehackt|verwijderd|geblokkeerd|opgezegd|afgesloten)|gebruik ik niet meer|heb ik niet meer)|(?:heb|gebruik) (?:ik )?(?:die|dat|deze|het|mijn) (?:oude? )?(?:e-?mail(?:adres)?|mail(?:box|adres)?|inbox|adres) (?:niet|nie) meer|(?:e-?mail(?:adres)?|mail(?:box|adres)?) (?:van|op) (?:mijn |het |m'n )?(?:oude? |vorige? )?(?:werk|job|baan|bedrijf).{0,40}(?:niet|weg|geslot))\b/u,
    ),
    postItHere: plain(
      /\b(?:(?:zet|stuur|geef|zeg|schrijf|plak|post|toon|laat)(?: me| mij)? (?:de |die |mijn )?code (?:maar )?(?:hier|hierheen|in (?:de|deze) chat|direct|meteen|nu)|wat is (?:de|mijn) code|(?:zeg|geef|toon)(?: me| mij)? (?:de |die )?code|(?:zet|stuur|plak|schrijf) (?:hem|die|'m|ze) (?:maar )?(?:hier|in de chat))\b/u,
    ),
    sendAgain: plain(
      /\b(?:(?:stuur|verstuur|verzend|mail|zend)(?:en)?(?: (?:hem|ze|die|me|mij|het|de code|een code|alsjeblieft|alstublieft|aub)){0,4} (?:nog (?:eens|een keer|eentje|een)|opnieuw|weer|een nieuwe|een andere|nieuwe)|nieuwe code|andere code|(?:geen|nog geen) (?:code|mail|e-?mail)|(?:niet|niets|niks|nie) (?:aangekomen|ontvangen|gekregen|binnen|gezien|toegekomen)|(?:komt|kwam) (?:niet|nie) (?:aan|door|binnen)|waar (?:is|blijft) (?:de|mijn) code|niets in (?:mijn|de))\b/u,
    ),
    asksAboutCode: plain(
      /^(?:maar |en )?(?:waarom|waarvoor|welke code|wat voor code)\W*$|\b(?:waarom|waarvoor)\b.{0,40}\b(?:code|mail|e-?mail|dat|dit|nodig|controle\w{0,3})\b|\b(?:welke|wat voor(?: een)?) code\b|\bis (?:dat|dit|het) (?:wel )?(?:veilig|betrouwbaar|nodig|verplicht|oplichting|phishing)\b|\b(?:spam|ongewenste)\b.{0,20}\?|\bhoe lang\b.{0,20}\b(?:code|geldig|werkt)\b|\bzonder (?:de |een |die )?code\b/u,
    ),
    asksMore: plain(
      /\?|\b(?:ook|verder|alsjeblieft|alstublieft|aub|kun je|kan je|kunt u|kunnen jullie|ik wil|ik zou|hoe|waar|wanneer|wat|welke?|annuleer\w{0,2}|annuleren|terugbetal\w{0,4}|wijzig\w{0,2}|verander\w{0,2})\b/u,
    ),
  },
  orders: {
    otherOne: plain(
      /\b(?:de |die |het |dat |mijn )?andere? (?:bestelling|order|pakket|pakje|zending|aankoop)\b|\b(?:en )?(?:de|die|het|dat) andere?\b(?! (?:kaart|rekening|adres|mail|e-?mail|nummer|keer|dag|week|kant))/u,
    ),
    otherThing: plain(/\b(?:(?:de|die|het|dat) andere?|andere? (?:bestelling|order|artikel|product|pakket|pakje|aankoop))\b/u),
    newest: plain(
      /\b(?:mijn|de|het) (?:aller)?(?:laatste|nieuwste|recentste|meest recente) (?:bestelling|aankoop|pakket|pakje|levering|order)\b/u,
    ),
    refersBack: plain(
      /\b(?:het|die|dat|deze|dit|hem|ze|'m|'t|er(?:over|mee|van)|de bestelling|mijn bestelling|het pakket|het pakje|het artikel|de terugbetaling|de aankoop)\b/u,
    ),
    notReceived: plain(
      /\b(?:nooit (?:aangekomen|gekregen|ontvangen|geleverd|bezorgd|gezien|toegekomen)|(?:nog )?(?:niet|niets|niks|nie) (?:\w+ )?(?:aangekomen|gekregen|ontvangen|geleverd|bezorgd|binnen|toegekomen|gezien|hier)|er is niks|ontbreekt|kwijt|zoek|zoekgeraakt|gestolen|verdwenen|spoorloos|waar is (?:het|hij|ze) dan)\b/u,
    ),
    ordinals: [
      { words: plain(/\b(?:eerste?|1e|1ste|bovenste)(?![\p{L}\p{N}])/u), position: 0 },
      { words: plain(/\b(?:tweede|2e|2de)(?![\p{L}\p{N}])/u), position: 1 },
      { words: plain(/\b(?:derde|3e|3de)(?![\p{L}\p{N}])/u), position: 2 },
      { words: plain(/\b(?:vierde|4e|4de)(?![\p{L}\p{N}])/u), position: 3 },
      { words: plain(/\b(?:laatste|nieuwste|recentste|onderste)\b/u), position: -1 },
    ],
    notThat: plain(/\b(?:niet|in plaats van|ik bedoel(?:de)?|eerder dan|maar wel)\b/u),
  },
  refunds: {
    reasons: [
      {
        reason: 'wrong_item',
        words: plain(
          /\b(?:verkeerde? (?:artikel|product|bestelling|kleur|model|maat|ding|pakket|pakje|item)|(?:iets|een) (?:anders|ander (?:product|artikel|model|kleur)) (?:gekregen|ontvangen|gestuurd|gekomen|in)|niet (?:wat|hetgeen) ik (?:besteld|gekocht)|pakket van iemand anders|(?:dit|dat) heb ik niet besteld|ander artikel dan)\b/u,
        ),
      },
      {
        reason: 'damaged',
        words: plain(
          /\b(?:kapotte?|stuk|stukgegaan|beschadigde?|gebroken|gebarsten|gescheurde?|gedeukte?|deuk(?:en)?|gekrast|krassen|geplet|verbrijzeld|aan (?:stukken|diggelen)|in stukken|krom|verbogen|lekt?|lekken|gat(?:en)? in|schade|in slechte staat|vernield|barst(?:en)?|scheur(?:en)?)\b/u,
        ),
      },
      {
        reason: 'defective',
        words: plain(
          /\b(?:defecte?|defect|mankement|(?:werkt|doet het|gaat|brandt|laadt|functioneert) (?:niet|nie)|doet het nie\w?|(?:is )?gestopt met werken|onbruikbaar|storing)\b/u,
        ),
      },
      {
        reason: 'not_received',
        words: plain(
          /\b(?:nooit (?:aangekomen|gekregen|ontvangen|geleverd|bezorgd)|(?:nog )?(?:niet|niets|niks|nie) (?:\w+ )?(?:aangekomen|gekregen|ontvangen|geleverd|bezorgd)|kwijtgeraakt|zoekgeraakt|verloren gegaan|is kwijt)\b/u,
        ),
      },
    ],
    takesBack: plain(
      /\b(?:annuleer|annuleren|stop|trek (?:het|dat) in|intrekken|vergeet|laat maar|hoef (?:het|hem|ze) niet meer|(?:wil|hoef) (?:het |hem |ze )?niet meer|heb me bedacht|van gedachten veranderd|zie er(?:van)? af)\b/u,
    ),
    howLong: plain(
      /\b(?:hoe ?lang|hoe snel|hoeveel (?:dagen|tijd)|wanneer (?:krijg|komt|staat|is|zie|heb|ontvang|wordt|betalen)(?: \w+)?)\b/u,
    ),
    why: plain(
      /\b(?:waarom|hoezo|en de rest|alleen|slechts|maar zo weinig|niet (?:alles|het hele|het volledige|volledig|meer)|waar is de rest)\b/u,
    ),
    wantsReplacement: plain(
      /\b(?:vervang\w{1,5}|omruil\w{0,3}|ruil\w{0,3}|(?:stuur|sturen|krijgen|wil|graag)(?: me| mij)? (?:een )?(?:nieuwe?|andere?)|nieuwe (?:sturen|krijgen|opsturen))\b/u,
    ),
    howLongQuestion: 'hoe lang duurt een terugbetaling?',
  },
  account: {
    switchOff: plain(
      /\b(?:uitschrijv\w{0,4}|schrijf (?:me|mij) (?:\w+ )?uit|uitgeschreven|afmeld\w{0,3}|meld (?:me|mij) (?:\w+ )?af|opzeg\w{0,4}|zeg .{0,20}op|verwijder\w{0,2}|haal|uit|uitzetten|stop\w{0,3}|geen .{0,20}meer|niet meer|wil .{0,20}niet|genoeg|annul\w{1,5})\b/u,
    ),
    details: [
      { field: 'phone', words: plain(/\b(?:telefoon\w{0,6}|tel|gsm(?:-?nummer)?|mobiel\w{0,8}|nummer)\b/u) },
      { field: 'address', words: plain(/\b(?:adres|adreswijziging|verhuisd?|verhuis|verhuizing|straat|postcode|huisnummer|woonadres)\b/u) },
      {
        field: 'name',
        words: plain(/\b(?:naam|achternaam|familienaam|voornaam|getrouwd|huwelijk|verkeerd geschreven|fout geschreven)\b/u),
      },
    ],
    newName:
      /(?:naam)(?:(?!\s(?:in|naar|is)\s|:).){0,60}(?:\s(?:in|naar|is(?: nu| voortaan)?)\s+|:\s*)((?:(?:van|de|der|den|ten|ter)\s+){0,3}[\p{Lu}][\p{L}'’-]+(?:\s+(?:(?:van|de|der|den|ten|ter)\s+){0,3}[\p{Lu}][\p{L}'’-]+){0,3})/u,
    beforeName: /^(?:het is|mijn (?:nieuwe )?naam (?:is|wordt)|ik heet|naar|in)\s+/iu,
  },
  address: {
    address:
      /(?<![\p{L}\p{N}])[\p{L}][\p{L}.'’-]{1,40}(?:straat|laan|weg|plein|gracht|kade|dreef|steenweg|singel|pad|hof|dijk|markt|baan|lei)\s+\d{1,5}[^\n?!;]{0,100}|(?<!\p{L})postbus\s+\d+[^\n?!;]{0,80}/iu,
    tail: /[,.\s]{0,5}(?<!\p{L})(?:alsjeblieft|alstublieft|aub|a\.u\.b\.|graag|bedankt|dank (?:je|u)(?: wel)?|in plaats van|indien mogelijk|als het kan|voordat|zo snel mogelijk)(?!\p{L}).*$/iu,
    lead: /^(?:(?:alsjeblieft |alstublieft )?(?:stuur|verzend|lever|bezorg)(?:en)?(?: het| hem| ze)?(?: (?:maar|alsjeblieft|alstublieft))? (?:naar|op|aan)|naar|op|het is|(?:mijn|het) (?:nieuwe )?adres (?:is|wordt))[:\s]+/iu,
  },
  questions: {
    inGeneral: plain(
      /\b(?:in het algemeen|over het algemeen|uit (?:pure )?nieuwsgierigheid|(?:gewoon|even) (?:een vraag|benieuwd|weten)|ik vroeg me (?:gewoon )?af|normaal(?: gezien| gesproken)?|meestal|doorgaans|in principe|hypothetisch|voor een vriend|stel dat|wat als)\b/u,
    ),
    asks: plain(
      /(?:^|[.!,;:\n]\s{0,9}|\b(?:en|weten|zeg|zeggen|vraag|vroeg me af)\s+)(?:(?:met|op|in|voor|vanaf|binnen|tot|naar|na|van)\s+)?(?:hoe|wat|wanneer|waar|waarom|welke?|wie|of|is|zijn|kan|kun|kunt|kunnen|mag|moet|moeten|doen|heb|hebben|heeft|rekenen|hoeveel|hoelang|leveren|verzenden|accepteren|aanvaarden|bestaat|verkopen|geven)\b/u,
    ),
    supposes: plain(
      /\b(?:als|indien|wanneer|stel dat|mocht) (?:ik|je|we|wij|men|een|de|het|mijn|iets|iemand|er)\b.{0,90}\b(?:kan|kun|kunnen|mag|krijg|krijgen|betalen jullie|is er|moet|wat (?:gebeurt|doe))\b/u,
    ),
    own: plain(
      /\b(?:mijn|m'n|mn|ons|onze|dit|dat|deze|die|het andere|de andere|(?:ik )?heb (?:ik )?(?:\w+ ){0,4}(?:gekocht|besteld|ontvangen|gekregen|betaald|teruggestuurd|gestuurd)|hebben (?:wij|we) (?:\w+ ){0,4}(?:gekocht|besteld|ontvangen)|ik (?:kocht|bestelde|kreeg|ontving|betaalde))\b/u,
    ),
    news: plain(
      /\b(?:nieuws|update|wanneer (?:hoor|krijg|weet|antwoord\w*|komt|neemt|belt)|hoe ?lang (?:duurt|moet|nog)|(?:wacht|wachten) (?:ik |we )?(?:nog )?(?:steeds|altijd|al)|status|wat (?:gebeurt|is er) (?:er )?(?:met|aan)|hoe (?:staat|zit|gaat|ver)|en nu)\b/u,
    ),
    whatWeAre: plain(
      /\b(?:ben (?:je|jij)|bent u|zijn jullie|praat ik|spreek ik|chat ik|is dit|wie ben|zit er|heb ik)\b.{0,40}\b(?:bot|chatbot|robot|ai|a\.i\.|kunstmatige intelligentie|mens|persoon|machine|computer|chatgpt|echt|je|jij)\b|\bwie (?:ben (?:je|jij)|bent u)\b/u,
    ),
    stockOrPrice: plain(
      /\b(?:op voorraad|voorraad|in stock|beschikbaar|leverbaar|uitverkocht|hebben jullie|is er nog|zijn er nog|prijs|prijzen|kost(?:en)?|hoeveel (?:kost|is)|verkopen|nog over)\b/u,
    ),
    pointsBack: plain(/^\W*(?:en )?(?:prijs|hoeveel)\W*$|\b(?:het|hij|ze|die|dat|deze|dit|hem|'m|er|een|zijn)\b/u),
    courtesy:
      'zeg vertel over graag alsjeblieft alstublieft informatie info details beschrijf beschrijven weten meer wil zou hallo hoi bedankt product artikel zoek vraag een de het van dat hoe wat is en kun kan kunnen jullie je me mij iets',
  },
  letters: {
    subjectWithoutWish: plain(
      /^(?:(?:mijn|onze|ons|een|de|het|van|met|over|voor|aub|alstublieft|alsjeblieft|dringend|bestelling|bestellingen|order|orders|aankoop|account|vraag|vragen|vraagje|hulp|ondersteuning|support|verzoek|probleem|kwestie|ticket|informatie|info|hallo|hoi|dag|goedemorgen|goedemiddag|goedenavond|nodig|nieuwe?|recente?|nummer)[\s,.!?:-]*)+$/u,
    ),
    opening:
      /^\s*(?:hallo|hoi|hey|dag|beste|geachte|goede(?:morgen|middag|navond|ndag)|goeie(?:morgen|middag|navond|dag)|l\.s\.?|mijnheer|mevrouw)(?!\p{L})[^\n.!?]{0,40}\n/iu,
    closing:
      /\n[^\n]{0,40}(?<!\p{L})(?:groet(?:en|jes)?|mvg|hoogachtend|vriendelijke|hartelijke|met dank|alvast bedankt|vr\.? gr\.?)(?!\p{L})[^\n]{0,30}(?:\n[^\n]{0,60}(?:\n[\s\S]{0,400})?)?$/iu,
  },
  requests: {
    lead: /(?:even )?(?:een|twee|drie|vier|2|3|een paar|enkele|verschillende) (?:dingen|ding|vra(?:gen|ag|agje)|punten|punt|zaken|verzoeken)|en|ook|maar|dan|daarna|verder|bovendien|ah|oh|oke|ok|okay|goed|nou|hallo|hoi|hey|dag|goedemorgen|goedemiddag|goedenavond|trouwens|ten eerste|eerst|ten tweede|tot slot|ten slotte|nog iets|en nog iets|bedankt|alsjeblieft|alstublieft|aub|graag|sorry|ik wil weten|ik zou graag weten|kun je me zeggen|kunt u me zeggen/,
    question:
      /waar|wanneer|wat|welke?|wie|waarom|hoe|hoeveel|hoelang|waarheen|is|zijn|kan|kun|kunt|kunnen|mag|moet|moeten|zou|zouden|wil je|wilt u|willen jullie|heb|hebben|heeft|leveren|verzenden|doen|komt|wordt|worden|accepteren/,
    wish: /(?:ik|we|wij) (?:(?:ook|alleen|echt|nog|even|toch) )?(?:wil|willen|wou|wilde|zou|zouden|moet|heb|zoek|eis|vraag|verzoek|ben (?:mijn |m'n |het )?(?:\w+ )?vergeten|hoef|verwacht)|help (?:me|mij)|graag/,
    order:
      /annuleer|annuleren|betaal|terugbetalen|stort|retourneer|stuur|verzend|verstuur|volg|wijzig|verander|pas|update|reset|herstel|verwijder|wis|sluit|schrijf|meld|haal|stop|zeg|vertel|toon|laat|geef|vind|zoek|controleer|check|kijk|ruil|vervang|voeg|verbind|zet|deblokkeer|ontgrendel|leg|raad|bevestig|corrigeer|verbeter|regel|bel|doe|leid/,
    and: /(?:en(?: ook| dan| verder| graag)?|ook|alsook|evenals|maar ook|daarnaast|daarna)(?: alsjeblieft| alstublieft| aub)?/,
    pointing:
      /hoe|wat|kan|kun|kunt|kunnen|zou|zouden|is|er|ben|doe|doen|moet|mag|ik|je|jij|u|jullie|we|wij|me|mij|het|dit|dat|deze|die|hier|daar|alsjeblieft|alstublieft|aub|graag|hulp|help|helpen|iemand|iets|met|gedaan|mogelijk|weten|zeggen|zeg|uitleggen|manier|een|zo|ondersteuning|nodig|wil|willen|volgende|in|voor|aan|om|te|of|ook|bedankt|ok|oke|hallo|hoi|al|over|regelen|oplossen|kijken|nakijken|bij|ermee|hierbij|hiermee|daarmee|eens|even|misschien|naar/,
    refersBack: plain(
      /\b(?:het|die|dat|deze|dit|hem|ze|'m|dezelfde|hetzelfde|ervan|de bestelling|mijn bestelling|het pakket|het pakje|de zending)\b/u,
    ),
    deliveryInGeneral: plain(
      /\b(?:leveren jullie|verzenden jullie|levert u|verzendt u|hoeveel|kost|kosten|prijs|tarief|gratis|canada|buitenland|internationaal|nederland|belgie|expres\w*|spoed|opties|methodes?|manieren|landen)\b/u,
    ),
  },
  followUps: {
    bare: /ja|zeker|oke|ok(?:ay|ey)?|nee|neen|alsjeblieft|alstublieft|aub|graag|doe|maar|dat|dit|die|deze|het|de|klopt|juist|precies|andere?|beide|allebei|alle|alles|allemaal|eerste?|tweede|derde|laatste|volgende|nieuwste|en|of|van|met|voor|naar|te|mijn|nummer|bestelling|order|hoe zit het met|wat met|zelfde|ook|opnieuw|weer|dan|ik bedoel(?:de)?|in plaats van|nu|is|een/,
    hanging: /en|maar|of|hoe zit het met|wat met|wat als|ook|dan|dus/,
    pointing: /het|hij|ze|die|dat|deze|dit|hem|eentje|andere?|eerste?|tweede|derde|laatste|zelfde|er|daar|dan/,
    social: plain(
      /^\W*(?:(?:super|oke+|ok(?:ay|ey)?|prima|perfect|geweldig|top|goed|fijn|mooi|ja|nee)[\s,.!]+){0,4}(?:hoi|hallo|hey|dag|goede(?:morgen|middag|navond)|goeie(?:morgen|dag)|(?:heel erg )?bedankt|dank (?:je|u)(?: wel)?|dankjewel|merci|doei|tot ziens|groet(?:en|jes)?)\b[^?]{0,200}$/u,
    ),
  },
  values: DUTCH_VALUES,
  nouns: DUTCH_NOUNS,
  topics: DUTCH_TOPICS,
};
