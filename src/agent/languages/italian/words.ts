import type { Words } from '../language.ts';
import { plain } from '../pattern.ts';
import { ITALIAN_NOUNS } from './nouns.ts';
import { ITALIAN_TOPICS } from './topics.ts';
import { ITALIAN_VALUES } from './values.ts';

/** How customers who write Italian say what we have to understand. All without accents: `si` is also `sì`, `e` also `è`. */
export const ITALIAN_WORDS: Words = {
  answers: {
    yes: plain(
      /^(?:(?:ah|ok(?:ay|ey)?|va bene|beh|bene|allora|ciao|salve|grazie|grazie mille|scus[ai]|e)[,.! ]+){0,4}(?:si+(?=[,.! ]*$|[,.!]| (?:si|grazie|per favore|certo|certamente|procedi|proceda|proced\w+|conferm\w+|va bene|esatto|esattamente|corretto|giusto|volentieri|fai|faccia|fate|pure|dai|d'accordo|lo voglio|vorrei|annull\w+|rimbors\w+|cambi\w+|spedi\w+))|certo(?: che si)?|certamente|sicuro|sicuramente|assolutamente|esatto|esattamente|corretto|giusto|conferm(?:o|ato|ata|iamo)|proced(?:i|a|ete|iamo)(?: pure)?|fai(?: pure)?|fallo|facci(?:a|amo)(?: pure| cosi)?|lo faccia|fatelo|fate(?: pure)?|vai(?: pure)?|vada(?: pure)?|avanti|d'accordo|daccordo|accetto|approvo|perfetto|ottimo|benissimo|volentieri|ok(?:ay|ey)?|va bene(?: cosi)?|per me va bene|dai|yes|👍|✅)(?![\p{L}\p{N}])/u,
    ),
    no: plain(
      /^(?:(?:ah|ok(?:ay|ey)?|va bene|beh|bene|allora|ciao|salve|scus[ai]|scusate|mi dispiace|in realta|anzi|grazie|grazie mille)[,.! ]+){0,4}(?:no+|nn|per niente|assolutamente no|meglio di no|non (?:ancora|ora|adesso|lo (?:faccia|fare|fate)|farlo|proced\w+|voglio|annull\w+|mand\w+)|annull(?:a|i|are|ate)(?: tutto)?|ferm(?:a|i|ate)(?:ti|lo|si)?|aspett(?:a|i|ate)|un momento|un attimo|lasci[ao]?(?: (?:stare|perdere|cosi|tutto))?|lasciamo (?:stare|perdere)|lascia com'e|fa niente|ho cambiato idea|ci ho ripensato|preferisco di no|👎|❌)(?![\p{L}\p{N}])/u,
    ),
    weakYes: plain(
      /^(?:ok(?:ay|ey)?|va bene|bene|benissimo|perfetto|ottimo|dai|ciao|salve|allora|grazie|grazie mille)(?![\p{L}\p{N}])(?!.{0,200}\b(?:si|procedi|proceda|procedete|conferm\w*|fallo|faccia|fate|d'accordo)\b)/u,
    ),
    agrees:
      /s+i+|certo|certamente|o+k+(?:ay|ey)?|va|vada|vai|bene|benissimo|perfetto|ottimo|esatto|esattamente|corretto|giusto|conferm[oai]|confermat[oa]|d'?accordo|d|accordo|proced[aio]|procedete|pure|faccia|fai|fallo|lo|la|li|il|un|una|per|favore|piacere|grazie|mille|molto|gentile|volentieri|assolutamente|senz'?altro|naturalmente|io|mi|e|a|me|sono|cosi|questo|quello|tutto|avanti|ciao|salve|buon[oa]?|adesso|ora|voglio|vorrei|di|che|ah|allora|giornata|carta|soldi|saluti|cordiali/,
    reserves: plain(
      /\b(?:lasc\w{1,5}|dimentic\w{1,4}|teng\w{1,3}|tener\w{0,3}|ferm\w{1,4}|piuttosto|dopo|domani|se|ma|pero|tranne|eccetto|a meno che|solo se|aspett[aio]|in realta|tuttavia|anche se|invece|anzi|cambi(?:a|are|o|i)(?! (?:la |di )?password)|altr[oa] (?:carta|indirizzo|conto)|un'altra|divers[oa]|non sono sicur[oa]|non(?! (?:c'e|ci sono) (?:problem\w|fretta|dubbi\w*)\b)|mai|annulla|lascia)\b/u,
    ),
    nothingElse: plain(
      /^(?:no+|niente|nient'altro|nulla|nessun'altra cosa|basta cosi|e tutto|tutto qui|no,? (?:grazie|niente(?: altro)?|nient'altro|e tutto|tutto qui|basta cosi))(?:,? (?:grazie(?: mille)?))?[.! ]*$/u,
    ),
    ratingDigit: plain(
      /^(?:(?:ti |le |vi )?(?:do|darei|metto|voto|un|una)?(?: un| una| voto)?:? ?)?([1-5])(?:\s*(?:\/|su|di)\s*5|\s*(?:stell[ae]|punt[io]))?[.,! ]*(?:grazie.{0,40})?$/u,
    ),
    ratings: {
      uno: 1,
      una: 1,
      due: 2,
      tre: 3,
      quattro: 4,
      cinque: 5,
      pessimo: 1,
      pessima: 1,
      orribile: 1,
      male: 2,
      scarso: 2,
      sufficiente: 3,
      discreto: 3,
      cosi: 3,
      bene: 4,
      buono: 4,
      ottimo: 5,
      ottima: 5,
      eccellente: 5,
      perfetto: 5,
    },
    corrects: plain(
      /^(?:no|quell[oa] no|quest[oa] no)[,.! ]+(?:(?:intendo|intendevo|dico|volevo dire|parlo|mi riferisco)(?: a| al| alla| di| del| della| dell')? ?|e )?(?:il|lo|la|i|gli|le|l'|al|alla|del|della|mio|mia|lf-?\d)/u,
    ),
    accepts: plain(
      /(?:^|\bma |, )(?:ok(?:ay|ey)?|va bene|capisco|ho capito|capito|d'accordo|peccato|pazienza|che peccato|comprendo|inteso|giusto|mi sembra giusto|va be)\b/u,
    ),
    waits: plain(
      /^(?:(?:ok|si|va bene|scusi|scusa|grazie|beh|allora)[,.! ]+){0,3}(?:h*mm+(?=\W*$)|(?:solo )?un (?:secondo|attimo|attimino|momento|minuto)|aspetti|aspetta|aspettate|mi dia un (?:secondo|attimo|momento|minuto)|dammi un (?:secondo|attimo|momento|minuto)|(?:fammi|mi faccia|lasci che|lasciami) (?:\w+ )?(?:vedere|controllare|cercare|guardare|chiedere|pensare)|(?:adesso |ora |vado a )?(?:controll|guard|cerc|verific|ved)(?:o|are|ere|iamo)\b|torno subito|non ancora)\b[^?]{0,60}$/u,
    ),
    wantsSpecialist: plain(
      /\b(?:si|certo|per favore|specialista|persona|uman[oa]|qualcuno|operatore|operatrice|agente|collega|procedi|proceda|vorrei|voglio|desidero|faccia|fai|chied\w+|parlare|volentieri|ok)\b/u,
    ),
    declines: plain(/^(?:no|non ora|non adesso|no grazie|non serve|non importa|lascia|lasci|meglio di no)\b/u),
  },
  closing: {
    thanks: plain(/\b(?:grazie|grz|thanks|thx|(?:la|ti|vi) ringrazio|ringrazio|gentilissim[oaie]|molto gentil[ei])\b|🙏|❤️/u),
    allWell: plain(
      /^(?:(?:ah|oh|beh|allora|ok(?:ay|ey)?|va be)[,.! ]+){0,3}(?:bene|benissimo|ok(?:ay|ey)?|va bene|d'accordo|capito|ho capito|capisco|ottimo|super|fa niente|peccato|pazienza|inteso)[.! ]*$|\b(?:lascia(?:mo)? (?:perdere|stare)|lasci (?:perdere|stare)|fa niente|non importa|perfetto|ottimo|benissimo|eccellente|fantastico|magnifico|stupendo|(?:mi )?(?:e stat[oa] utile|ha aiutato|e servito|serve cosi)|(?:ha )?funziona(?:to)?|(?:e|era) (?:tutto|questo)|tutto (?:bene|chiaro|risolto|ok|a posto|qui)|a posto|risolto|sistemato|no,? (?:grazie|nient'altro|e tutto)|nient'altro|arrivederci|a presto|alla prossima|addio|buon[ao] (?:giornata|serata|weekend|fine settimana|proseguimento|lavoro))\b|👍|✅|🎉/u,
    ),
    takesBack: plain(
      /\?|\b(?:ma|pero|tuttavia|anche se|tranne|ancora (?:non|niente|nulla|aspett\w+)|non (?:e|sono|ha|ho|mi|si|serve|funziona|va|capisco|voglio|posso|riesco|lo|la)|non,? grazie a|un'altra (?:domanda|cosa)|altra domanda|anche|inoltre|un'ultima cosa|a proposito|e per quanto)\b/u,
    ),
    wantsMore: plain(
      /(?:^|[.,;:!\n]\s{0,9}|\b(?:per favore|pls|e|allora|adesso|ora|mi)\s+)(?:per favore,?\s+|solo\s+|mi\s+)?(?:annull(?:a|i|ate|are|atelo)|cancell(?:a|i|ate|are|atemi)|rimbors(?:a|i|ate|are|atemi)|restitui\w{1,5}|ridate(?:mi)?|cambi(?:a|ate|are|atemi)|modific(?:a|hi|ate|are)|sped(?:isci|isca|ite|ire|itemi)|invi(?:a|i|ate|are|atemi)|mand(?:a|i|ate|are|ami|atemi|imi)|rimand\w{1,6}|tracci\w{1,4}|aggiorn\w{1,4}|controll\w{1,5}|verific\w{1,5}|dammi|mi dia|datemi|dimmi|mi dica|ditemi|mostra\w{0,3}|chiam(?:a|i|ate|ami|atemi)|aiut(?:a|i|ami|atemi)|cerc(?:a|hi|ate)|pass(?:ami|imi|atemi)|chiud(?:i|a|ete|ere)|elimin\w{1,5}|reimpost\w{1,5}|sistem(?:a|i|ate))\b|(?:^|[.,;!\n]\s{0,9}|\be )(?:dove|dov'e|quando|perche|come|che cosa|cosa|quale|chi|quanto)\b|\b(?:voglio|vorrei|volevo|mi serve|ho bisogno|desidero|cerco|non ho ricevuto|non e arrivat[oa]|pu(?:o|oi)|potete|potrebbe|potreste|potresti)\b|\bgrazie di niente\b|\bgrazie per nulla\b/u,
    ),
    notHelped: plain(
      /^(?:no+|non (?:molto|proprio|del tutto|ancora)|(?:questo )?non (?:mi )?(?:e (?:stato )?(?:utile|d'aiuto|servit\w)|ha (?:aiutato|risolto)|aiuta|serve|funziona|risolve)|purtroppo no|inutile|ancora (?:niente|no|rotto|uguale)|veramente no|in realta no)(?![\p{L}\p{N}])/u,
    ),
  },
  identity: {
    lostMailbox: plain(
      /\b(?:(?:non (?:ho|riesco|posso)|ho perso|senza|mai)(?: piu)?(?: ad| a)? ?(?:l')?(?:accesso|acced\w+|entrar\w+|aprir\w+|usar\w+|avere accesso|legger\w+)(?: [\w']+){0,4} ?(?:e-?mail|mail|posta|casella|indirizzo)|(?:e-?mail|mail|casella|indirizzo) (?:non (?:esiste|funziona|la uso|lo uso|ce l'ho)(?: piu)?|(?:e stat[oa]|e) (?:chius[oa]|cancellat[oa]|eliminat[oa]|hackerat[oa]|disattivat[oa]|bloccat[oa]))|non (?:ho|uso) piu (?:quella|questa|la|la mia|quel|quest'?) ?(?:vecchi[oa] )?(?:e-?mail|mail|casella|indirizzo)|ho perso (?:la mia |la |quella )?(?:vecchia )?(?:e-?mail|mail|casella)|(?:e-?mail|mail) (?:del|dell'|di) ?(?:vecchio |mio vecchio )?(?:lavoro|azienda|ufficio).{0,40}(?:non|chius))\b/u,
    ),
    postItHere: plain(
      /\b(?:(?:scriv(?:i|a|ilo|alo)|mand(?:a|ami|amelo|i|imi)|invi(?:a|ami|i)|da(?:mmi|temi)|mi dia|dimmi|mi dica|metti(?:lo)?|incolla(?:lo)?|mostra(?:mi)?)(?:melo)? ?(?:il |quel )?(?:mio )?codice (?:qui|qua|in (?:questa )?chat|direttamente|adesso|ora)|qual e (?:il )?(?:mio )?codice|(?:dimmi|dammi|mi dica|mi dia|mostrami) il codice|(?:scrivi|manda|invia|metti|incolla)(?:lo|melo) (?:qui|qua|in chat))\b/u,
    ),
    sendAgain: plain(
      /\b(?:rimand\w{1,7}|rinvi(?:a|ami|i|ate|are|atemi|amelo)|reinvi\w{1,6}|(?:invi(?:a|ami|i|ate|atemi|are)|mand(?:a|ami|amelo|i|imi|ate|atemi|are))(?:melo)? (?:di nuovo|ancora|un'altra volta|un altro|uno nuovo|nuovo|un codice|il codice|un nuovo)|nuovo codice|un codice nuovo|(?:un )?altro codice|(?:non|nn) (?:mi )?(?:e (?:ancora )?arrivat\w|arriva|ho ricevuto|ricevo|vedo|trovo)|nessun (?:codice|messaggio)|nessuna (?:e-?mail|mail)|dov'e il (?:mio )?codice|niente (?:in posta|nella))\b/u,
    ),
    asksAboutCode: plain(
      /^(?:ma |e )?(?:perche|a che serve|a cosa serve|che codice|quale codice)\W*$|\b(?:perche|a che|a cosa)\b.{0,40}\b(?:codice|e-?mail|mail|questo|serve|verific\w{0,6}|chied\w{0,4})\b|\b(?:che|quale) codice\b|\be (?:sicuro|affidabile|una truffa|necessario|obbligatorio)\b|\b(?:spam|indesiderata)\b.{0,20}\?|\bquanto (?:tempo )?(?:dura|vale|e valido)\b.{0,20}(?:codice|\?)|\bsenza (?:il |un |quel )?codice\b/u,
    ),
    asksMore: plain(
      /\?|\b(?:anche|inoltre|per favore|puoi|puo|potete|potrebbe|vorrei|voglio|mi serve|ho bisogno|come|dove|dov'e|quando|cosa|quale|annull\w{1,5}|rimbors\w{1,6}|cambi\w{1,5})\b/u,
    ),
  },
  orders: {
    otherOne: plain(
      /\b(?:l'|un |il mio )?altr[oa] (?:ordine|pacco|acquisto|spedizione|consegna)\b|\b(?:e )?l'altro\b(?! (?:ieri|giorno|indirizzo|numero|conto))|\bl'altra\b(?! (?:carta|mail|e-?mail|volta|settimana|sera))/u,
    ),
    otherThing: plain(/\b(?:l'altr[oa]|altr[oa] (?:ordine|articolo|prodotto|pacco|acquisto))\b/u),
    newest: plain(
      /\b(?:mio |il |la |mia |l')?(?:ultim[oa]|piu recente) (?:ordine|acquisto|pacco|spedizione|consegna)\b|\bordine piu recente\b/u,
    ),
    refersBack: plain(
      /\b(?:l[oai]|quell[oa]|quest[oa]|cio|l'ordine|il mio ordine|il pacco|l'articolo|il rimborso|l'acquisto|annullarl[oa]|rimborsarl[oa]|annullatel[oa]|rimborsatel[oa])\b/u,
    ),
    notReceived: plain(
      /\b(?:mai (?:arrivat[oaie]|ricevut[oaie]|visto|consegnat[oaie])|(?:non|nn) (?:l'ho |ho |mi |ci )?(?:mai )?(?:e |sono |ha )?(?:ancora |mai )?(?:arrivat[oaie]|ricevut[oaie]|c'e|ce l'ho|consegnat[oaie]|trovo)|non ho (?:mai |ancora )?ricevuto|non c'e (?:niente|nulla)|manca|mancano|pers[oa]|smarrit[oa]|sparit[oa]|rubat[oa]|hanno rubato|non e (?:qui|da me)|e allora dov'e)\b/u,
    ),
    ordinals: [
      { words: plain(/\b(?:prim[oa]|1[ºª°oa]|di sopra|in alto)(?![\p{L}\p{N}])/u), position: 0 },
      { words: plain(/\b(?:second[oa]|2[ºª°oa])(?![\p{L}\p{N}])/u), position: 1 },
      { words: plain(/\b(?:terz[oa]|3[ºª°oa])(?![\p{L}\p{N}])/u), position: 2 },
      { words: plain(/\b(?:quart[oa]|4[ºª°oa])(?![\p{L}\p{N}])/u), position: 3 },
      { words: plain(/\b(?:ultim[oa]|piu recente|in basso)\b/u), position: -1 },
    ],
    notThat: plain(/\b(?:non|invece d\w{1,3}|anziche|piuttosto che|intendo|intendevo|volevo dire|bensi)\b/u),
  },
  refunds: {
    reasons: [
      {
        reason: 'wrong_item',
        words: plain(
          /\b(?:(?:articolo|prodotto|ordine|colore|modello|taglia|numero|cosa|pacco) (?:sbagliat[oa]|errat[oa]|divers[oa]|che non (?:ho|avevo) ordinat[oa])|(?:mi |ci )?(?:avete (?:mandato|spedito|inviato)|e arrivat[oa]|ho ricevuto) (?:l'|il |la |un |una |un')?(?:altr[oa]|sbagliat[oa]|qualcosa di diverso|(?:articolo|prodotto|colore|modello|cosa|taglia) (?:sbagliat[oa]|divers[oa]))|non e (?:quello|quella|cio|ne quello) che (?:ho|avevo) (?:ordinato|comprato)|non ho ordinato quest[oa])\b/u,
        ),
      },
      {
        reason: 'damaged',
        words: plain(
          /\b(?:rott[oaie]|si e rott[oa]|danneggiat[oaie]|spezzat[oaie]|crepat[oaie]|incrinat[oaie]|scheggiat[oaie]|strappat[oaie]|ammaccat[oaie]|graffiat[oaie]|schiacciat[oaie]|in pezzi|a pezzi|frantumat[oaie]|piegat[oaie]|stort[oaie]|perde (?:acqua|aria|gas)|buc(?:o|hi|at[oaie])|rovinat[oaie]|con danni|in cattivo stato|distrutt[oaie]|scucit[oaie])\b/u,
        ),
      },
      {
        reason: 'defective',
        words: plain(
          /\b(?:difettos[oaie]|difett[oi]|guast[oaie]|(?:non|nn) (?:mi |si )?(?:funziona\w*|accend\w+|va|parte|carica|scalda)|ha smesso di funzionare|malfunzionant\w|inutilizzabil[ei])\b/u,
        ),
      },
      {
        reason: 'not_received',
        words: plain(
          /\b(?:mai (?:arrivat[oaie]|ricevut[oaie])|(?:non|nn) (?:mi )?(?:e |ho |l'ho )?(?:ancora |mai )?(?:arrivat[oaie]|ricevut[oaie])|(?:e andato |si e )?(?:pers[oa]|smarrit[oa])|sparit[oa])\b/u,
        ),
      },
    ],
    takesBack: plain(
      /\b(?:annull\w{1,5}|ferm(?:a|i|ate)|ritir\w{1,4}|lasci\w{0,4} (?:stare|perdere)|dimentic\w{1,4}|non (?:lo |la )?voglio(?: piu)?|ho cambiato idea|ci ho ripensato|rinuncio)\b/u,
    ),
    howLong: plain(
      /\b(?:quanto (?:tempo|ci (?:vuole|mette|mettete|vorra)|dura|impiega\w*)|in quant[oi] (?:tempo|giorni)|quando (?:mi )?(?:arriva\w*|ricev\w+|avro|vedo|vedro|compare|torna\w*|rimbors\w+|accredit\w+))\b/u,
    ),
    why: plain(/\b(?:perche|come mai|e il resto|solo|soltanto|non (?:tutto|e tutto|l'intero|il totale)|dov'e il resto|come sarebbe)\b/u),
    wantsReplacement: plain(
      /\b(?:sostitu\w{1,8}|ricambio|cambi\w{1,5} con|(?:mand\w{1,6}|sped\w{1,6}|invi\w{1,6}|vorrei|voglio)(?:mi)? (?:un |un'|una |uno )?(?:altr[oa]|nuov[oa]))\b/u,
    ),
    howLongQuestion: 'quanto tempo ci vuole per un rimborso?',
  },
  account: {
    switchOff: plain(
      /\b(?:disiscri\w{1,5}|disattiv\w{1,5}|cancell\w{1,7}|annull\w{1,5}|disdi\w{1,5}|togli\w{1,5}|rimuov\w{1,5}|elimin\w{1,6}|non (?:voglio|desidero)(?: piu)?(?: ricevere)?|basta|smett\w{1,5}|stop|fermat\w|niente piu)\b/u,
    ),
    details: [
      { field: 'phone', words: plain(/\b(?:telefono|telefonico|tel|cellulare|cell|numero)\b/u) },
      { field: 'address', words: plain(/\b(?:indirizzo|traslocat[oa]|trasloco|cambiato casa|trasferit[oa]|via|cap|codice postale)\b/u) },
      { field: 'name', words: plain(/\b(?:nome|cognome|sposat[oa]|matrimonio|scritto (?:male|sbagliato))\b/u) },
    ],
    newName:
      /(?:nome|cognome)(?:(?!\s(?:in|con)\s|:).){0,60}(?:\s(?:in|con)\s+|:\s*)([\p{Lu}][\p{L}'’-]+(?:\s+(?:(?:de|di|del|della|d')\s*){0,2}[\p{Lu}][\p{L}'’-]+){0,3})/u,
    beforeName: /^(?:è|il mio (?:nuovo )?nome (?:è|sarebbe)|mi chiamo|sarebbe|in)\s+/iu,
  },
  address: {
    address:
      /(?<!\p{L})(?:via|viale|v\.le|piazza|p\.zza|piazzale|corso|c\.so|largo|vicolo|strada|contrada|località|lungomare)\s+[\p{L}\p{N}][^\n?!;]{2,120}\d[^\n?!;]{0,80}|(?<!\p{L})(?:casella postale|c\.p\.)\s+\d+[^\n?!;]{0,80}/iu,
    tail: /[,.\s]{0,5}(?<!\p{L})(?:per favore|per piacere|grazie(?: mille)?|invece d\w{1,3}|se (?:possibile|si può)|prima che|al più presto|il prima possibile)(?!\p{L}).*$/iu,
    lead: /^(?:(?:per favore,? )?(?:sped(?:isci|isca|ite|itelo|iscilo)|mand(?:a|i|ate|atelo|alo)|invi(?:a|i|ate|atelo|alo)|consegn(?:a|i|ate|atelo)) (?:a|in)|a|è|(?:il )?(?:mio )?(?:nuovo )?indirizzo (?:nuovo )?(?:è|sarebbe))[:\s]+/iu,
  },
  questions: {
    inGeneral: plain(
      /\b(?:in generale|in genere|generalmente|per (?:pura |semplice )?curiosita|(?:solo|soltanto) (?:per sapere|chiedere|una curiosita)|chiedevo solo|volevo solo sapere|normalmente|di solito|di norma|ipoteticamente|chiedo per un amico|e se|nel caso)\b/u,
    ),
    asks: plain(
      /(?:^|[.!,;:\n]\s{0,9}|\b(?:e|sapere|dimmi|dirmi|chiedo|domanda)\s+)(?:(?:a|da|con|in|per|entro|fino a|di|tra|dopo)\s+)?(?:come|che(?: cosa)?|cosa|quando|dove|dov'e|quale|quali|qual|chi|se|sono|c'e|ci sono|si (?:puo|possono|deve|paga)|posso|puo(?:i)?|potete|possiamo|potrei|devo|bisogna|serve|fate|quant[oaie]|accettate|spedite|consegnate|avete|esiste|offrite|vendete)\b/u,
    ),
    supposes: plain(
      /\b(?:se|nel caso|qualora) (?:io|uno|una|un|il|lo|la|i|gli|le|l'|mio|mia|qualcosa|qualcuno|mi|non|si|compr\w+|ordin\w+|chied\w+|restitu\w+|rend\w+|volessi|vogli\w+|cambi\w+|scend\w+|arriv\w+).{0,90}\b(?:posso|puo|potete|potrei|si puo|mi (?:ridate|rimborsate|restituite)|rimborsate|ridate|c'e|devo|che (?:succede|faccio))\b/u,
    ),
    own: plain(
      /\b(?:mi[oae]|miei|nostr[oaie]|quest[oaie]|quell[oaie]|l'altr[oa]|(?:ho|abbiamo) (?:appena |gia )?(?:comprato|ordinato|ricevuto|pagato|restituito|spedito|mandato|preso|acquistato)|mi (?:e arrivat\w|avete (?:mandato|spedito)))\b/u,
    ),
    news: plain(
      /\b(?:novita|notizie|aggiornament[oi]|quando (?:mi|avro|sapro|qualcuno|rispond\w+|ricevo|sento)|quanto (?:manca|ci (?:vuole|mette)|tempo)|(?:sto )?ancora aspett\w+|aspetto ancora|stato|che (?:succede|fine)|come (?:va|procede|e messa)|a che punto|e adesso|e ora)\b/u,
    ),
    whatWeAre: plain(
      /\b(?:sei|lei e|e lei|siete|(?:sto )?parl(?:o|ando)|questo e|chi sei|c'e)\b.{0,40}\b(?:bot|robot|ia|i\.a\.|ai|intelligenza artificiale|uman[oa]|persona|macchina|computer|chatgpt|ver[oa]|tu)\b|\bchi (?:sei|siete|e lei)\b/u,
    ),
    stockOrPrice: plain(
      /\b(?:in magazzino|in stock|disponibil[ei]|disponibilita|esaurit[oaie]|c'e|ci sono|avete|restano|prezz[oi]|costa(?:no)?|quanto (?:costa|viene|e)|vendete)\b/u,
    ),
    pointsBack: plain(
      /^\W*(?:e )?(?:a )?quanto (?:costa|viene|e)\W*$|\b(?:l[oaie]|quest[oaie]|quell[oaie]|esso|essa|ess[ie]|un[oa]|suo|sua)\b/u,
    ),
    courtesy:
      'dimmi dire dirmi circa riguardo per favore informazione informazioni info dettagli descrivi descrivere sapere piu voglio vorrei ciao salve grazie prodotto articolo cerco domanda chiedo un uno una il lo la i gli le di del della che come e puoi potete potrebbe mi',
  },
  letters: {
    subjectWithoutWish: plain(
      /^(?:(?:mio|mia|miei|mie|nostro|nostra|un|una|il|lo|la|i|gli|le|l'|di|del|della|dell'|con|su|sul|per|per favore|urgente|ordine|ordini|acquisto|account|domanda|domande|dubbio|aiuto|assistenza|supporto|richiesta|problema|questione|ticket|informazione|informazioni|info|ciao|salve|buongiorno|buonasera|ho bisogno|nuovo|nuova|recente|numero)[\s,.!?:-]*)+$/u,
    ),
    opening:
      /^\s*(?:ciao|salve|buon\s?giorno|buona\s?sera|buon pomeriggio|gentil[ei](?:ssim[oaie])?|egregi[oa]?|car[oaie]|spett(?:abile|\.le)?|alla cortese)(?!\p{L})[^\n.!?]{0,40}\n/iu,
    closing:
      /\n[^\n]{0,40}(?<!\p{L})(?:saluti|cordialmente|distinti|cordiali|un saluto|in fede|con stima|grazie e saluti|a presto)(?!\p{L})[^\n]{0,30}(?:\n[^\n]{0,60}(?:\n[\s\S]{0,400})?)?$/iu,
  },
  requests: {
    lead: /(?:solo )?(?:un[ao]?|due|tre|quattro|2|3|alcune|varie|un paio di) (?:cos[ae]|domand[ae]|dubb[io]|punt[io]|question[ei]|richiest[ae])|e|ed|anche|ma|pero|allora|poi|inoltre|ah|oh|ok|okay|bene|beh|ciao|salve|buongiorno|buonasera|a proposito|primo|prima di tutto|per prima cosa|secondo|in secondo luogo|infine|un'altra cosa|ancora una cosa|grazie|per favore|per piacere|pls|scusi|scusa|scusate|vorrei sapere|volevo sapere|mi puo dire|mi dice/,
    question:
      /dove|dov'e|quando|che(?: cosa)?|cosa|cos'e|quale|quali|qual|chi|perche|come|com'e|quant[oaie]|sono|c'e|ci sono|posso|puo(?:i)?|potete|potrebbe|potreste|potresti|mi (?:puo|puoi|potete|potrebbe)|si puo|devo|bisogna|avete|spedite|consegnate|fate|e (?:gia|arrivat\w|partit\w|possibile)|accettate/,
    wish: /(?:io )?(?:anche |solo |davvero |ancora )?(?:voglio|vorrei|volevo|mi serve|mi servirebbe|ho bisogno|avrei bisogno|desidero|cerco|pretendo|chiedo|preferisco|preferirei|mi piacerebbe|devo|ho dimenticato|bisogna)|aiut(?:ami|atemi|o)|mi aiut(?:i|a|ate)/,
    order:
      /annull(?:a|are|i|ate|atelo)|cancell(?:a|are|i|ate|atemi)|rimbors(?:a|are|i|ate|atemi|ami)|restitui(?:sci|sca|te|re|temi)|ridate(?:mi)?|ridammi|tracci(?:a|are|ate|ami)|invi(?:a|are|i|ate|ami|atemi)|mand(?:a|are|i|ate|ami|atemi|imi)|sped(?:isci|isca|ite|ire|itelo|itemi)|cambi(?:a|are|ate|ami|atemi)|modific(?:a|are|hi|ate)|aggiorn(?:a|are|i|ate)|reimpost(?:a|are|i|ate)|elimin(?:a|are|i|ate|atemi)|chiud(?:i|a|ete|ere)|iscriv(?:i|ere|imi|etemi|ermi)|disiscriv(?:i|imi|etemi|ermi)|togli(?:etemi|mi|ete)?|tolga|dimmi|mi dica|ditemi|mostr(?:a|ami|i|atemi)|dammi|mi dia|datemi|trov(?:a|i|ate)|cerc(?:a|hi|ate)|controll(?:a|are|i|ate)|verific(?:a|are|hi|ate)|guard(?:a|i|ate)|rimand(?:a|ami|i|imi|ate|atemi)|aggiung(?:i|a|ete|ere)|rimuov(?:i|a|ete|ere)|pass(?:ami|imi|atemi|a|i)|sblocc(?:a|are|hi|ate|atelo)|spieg(?:a|ami|hi|ate)|consigli(?:a|ami|ate|atemi)|conferm(?:a|are|i|ate)|corregg(?:i|a|ete|ere)|sistem(?:a|i|ate)/,
    and: /(?:ed?(?: anche| inoltre| poi| per favore)?|anche|inoltre|oltre a|cosi come|ma anche|poi)(?: per favore)?/,
    pointing:
      /come|che|cosa|posso|puoi?|puo|potete|potrebbe|potresti|sarebbe|e|c'e|sei|faccio|fare|farlo|devo|dovrei|io|tu|lei|voi|mi|me|ti|le|vi|ci|lo|la|questo|questa|quello|quella|cio|qui|li|la|per|favore|piacere|aiuto|aiutare|aiutarmi|aiutami|qualcuno|qualche|con|fatto|possibile|sapere|dire|dirmi|dimmi|spiegare|modo|maniera|un|uno|una|il|cosi|assistenza|supporto|bisogno|voglio|vorrei|seguente|in|da|di|a|o|anche|grazie|ok|ciao|salve|gia|su|riguardo|sistemare|risolvere|vedere|guardare|ne|al/,
    refersBack: plain(
      /\b(?:l[oai]|suo|sua|quest[oa]|quell[oa]|cio|stess[oa]|ne|l'ordine|il mio ordine|il pacco|la spedizione|(?:annull|rimbors|spedi|invi|mand|rest)\w{0,8}(?:lo|la))\b/u,
    ),
    deliveryInGeneral: plain(
      /\b(?:spedite|consegnate|fate (?:spedizioni|consegne)|quanto|costa|costi|costo|prezzo|tariff[ae]|gratis|gratuit[oaie]|canada|estero|internazional[ei]|italia|svizzera|espress[oa]|express|urgente|opzioni|modalita|paesi)\b/u,
    ),
  },
  followUps: {
    bare: /si|certo|ok(?:ay|ey)?|no|per favore|fallo|procedi|proceda|va bene|giusto|esatto|quest[oa]|quell[oa]|il|lo|la|i|gli|le|l'|altr[oaie]|l'altr[oa]|un'altra|entramb[ie]|tutti|tutte|tutto|prim[oa]|second[oa]|terz[oa]|ultim[oa]|prossim[oa]|piu recente|ed?|o|di|del|della|con|per|da|a|al|mio|mia|numero|ordine|che ne dici di|stess[oa]|anche|di nuovo|allora|intendo|volevo dire|dico|invece|adesso|ora|sono/,
    hanging: /ed?|ma|o|oppure|e se|che ne dici di|anche|allora|poi/,
    pointing: /l[oaie]|quest[oaie]|quell[oaie]|un[oa]|altr[oaie]|l'altr[oa]|prim[oa]|second[oa]|terz[oa]|ultim[oa]|stess[oa]|li|la|allora/,
    social: plain(
      /^\W*(?:(?:ottimo|ok(?:ay|ey)?|va bene|perfetto|benissimo|eccellente|bene|si|no|fantastico)[\s,.!]+){0,4}(?:ciao|salve|buon\s?giorno|buona\s?sera|grazie(?: mille| tante)?|arrivederci|addio|a presto|saluti)\b[^?]{0,200}$/u,
    ),
  },
  values: ITALIAN_VALUES,
  nouns: ITALIAN_NOUNS,
  topics: ITALIAN_TOPICS,
};
