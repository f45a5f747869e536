const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/**
 * Words that say nothing about the subject, by language (ISO 639-1), as `wordsOf` gives them: in lower case, without
 * accents. Negations stand among them for searching only: checks read the raw text.
 */
export const STOP_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: listed(
    'a about after again all also am an and any are as at be because been before being both but by can could did do does doing don down each few for from ' +
      'further get got had has have having he her here hers him his how i if in into is it its itself just let ll me might more most must my myself no nor ' +
      'not now of off on once only or other our ours out over own re s same shall she should so some such t than that the their theirs them then there ' +
      'these they this those through to too under until up us ve very was we were what when where which while who whom why will with would you your yours d m',
  ),
  es: listed(
    'a al algo algun alguna algunas alguno algunos ante antes aqui asi aun aunque bien cada como con cual cuales cualquier cuando cuanta cuantas cuanto cuantos ' +
      'de del desde donde dos e el ella ellas ello ellos en entre era eran eres es esa esas ese eso esos esta estaba estamos estan estar estas este esto estos ' +
      'estoy fue fueron ha haber habia hace hacer hacia han has hasta hay he hemos hola la las le les lo los mas me mi mis mucho muy nada ni no nos nosotros ' +
      'nuestra nuestras nuestro nuestros o os otra otras otro otros para pero poco por porfa porque pueda puede pueden puedo pues que quien quienes quiera quiero ' +
      'se sea segun ser si sido sin sobre solo somos son soy su sus tal tambien tan te tendria tenemos tener tengo ti tiene tienen todo todos tu tus un una unas uno ' +
      'unos usted ustedes va vamos vosotros voy y ya yo',
  ),
  fr: listed(
    'a ai aie ainsi alors apres as au aucun aucune aussi autre autres aux avant avec avez avoir avons bien c ca car ce ceci cela celle celles celui ces cet cette ceux ' +
      'chaque chez combien comme comment d dans de deja depuis des deux dois doit donc dont du elle elles en encore entre est et etaient etait etant ete etes etre eu ' +
      'eux faire fais fait faut font ici il ils j je juste l la le les leur leurs lors lui m ma mais me meme memes mes moi moins mon n ne ni non nos notre nous on ont ' +
      'ou par parce pas peu peut peuvent peux plus pour pourquoi pouvez puis puisse qu quand que quel quelle quelles quels qui quoi quelqu lorsqu jusqu puisqu s sa sans se sera ses si sinon ' +
      'soit son sont sous suis sur t ta tes toi ton tous tout toute toutes tres tu un une veut veux voici voila vos votre voudrais vous vu y etc',
  ),
  de: listed(
    'ab aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bist bitte da dafur damit dann das dass dein deine dem den denn ' +
      'der des die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwas fur gegen gibt habe haben hab hallo hat hatte ' +
      'hatten hier hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ins ist ja jede jedem jeden jeder jedes jetzt kann kannst kein keine keinen konnen konnte ' +
      'machen man mal mehr mein meine meinem meinen meiner mich mir mit mochte muss mussen nach nicht nichts noch nun nur ob oder ohne schon sehr sein seine seit selbst ' +
      'sich sie sind so soll sollte sonst uber um und uns unser unsere unter viel vom von vor wann war waren warum was weil weiter welche welcher welches wenn wer werde ' +
      'werden wie wieder wieviel will wir wird wo wurde wurden zu zum zur zwar',
  ),
  pt: listed(
    'a ainda algum alguma alguns ante antes ao aos apos aquela aquele aquilo as ate bem cada com como da dao das de dela dele deles depois desde desta deste do dois dos e ' +
      'ela elas ele eles em entao entre era eram essa essas esse esses esta estao estar estas estava este estes estou eu faz fazer foi foram ha isso isto ja la lhe lo ' +
      'mais mas me mesmo meu meus minha minhas muito muitos na nada nao nas nem no nos nossa nosso num numa o oi ola onde os ou outra outras outro outros para pela pelas ' +
      'pelo pelos per pode podem poder por porque posso pra pro qual quais qualquer quando quanta quanto quantos que quem quero ser se seja sem sera seu seus si sido so ' +
      'sobre somos sou sua suas tambem tao te tem temos tenho ter teu ti tinha toda todas todo todos tu tua um uma umas uns vai vao voce voces vos vou',
  ),
  it: listed(
    'a abbia abbiamo ad adesso all com cos dall dov quell quest sull agli ai al alcuni alla alle allo allora altra altre altri altro anche ancora avere avete bene c che chi ci ciao cio come con cosa cosi cui d ' +
      'da dagli dai dal dalla dalle dallo de degli dei del dell della delle dello devo di dice dopo dove due e ed era erano essere ed faccio fare fatto fino fra fu gia gli ha ' +
      'hai hanno ho i il in io l la le lei li lo loro lui ma me mi mia mie miei mio molto ne negli nei nel nell nella nelle nello no noi non nostra nostro o ogni ora per ' +
      'perche pero piu poco poi posso potete prima puo qual quale quali quando quanta quante quanti quanto quel quella quelle quelli quello questa queste questi questo qui ' +
      's sara se sei sempre senza si sia siamo siete solo sono sopra sotto sta stato su sua sue sugli sui sul sulla suo suoi t ti tra tu tua tue tuo tutte tutti tutto un una ' +
      'uno va vi voglio voi vorrei vostra vostro',
  ),
  nl: listed(
    'aan al alle alleen als alsjeblieft alstublieft altijd andere ben bent bij bijna daar dan dat de deze die dit doe doen door dus een eens en er ga gaan geen geweest graag ' +
      'haar had hadden heb hebben hebt heeft hem hen het hier hij hoe hoeveel hoi hun ik iets in is ja jan je jij jou jouw jullie kan kon kun kunnen kunt laat maar mag me ' +
      'meer men met mij mijn mocht moet moeten na naar niet niets nog nou nu of om omdat ons onze ook op over s t te tegen ter toch toen tot u uit uw vaak van veel via voor ' +
      'waar waarom wanneer want waren was wat we weer wel welke werd wie wij wil willen worden wordt zal ze zeer zelf zich zij zijn zo zonder zou zouden',
  ),
};

/** Stop words that tell two questions about one subject apart: when, how much, where, who. */
export const QUESTION_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  es: listed('cuando cuanta cuantas cuanto cuantos donde quien quienes'),
  fr: listed('quand combien qui pourquoi'),
  de: listed('wann wieviel wo wer warum'),
  pt: listed('quando quanta quanto quantos onde quem'),
  it: listed('quando quanta quante quanti quanto dove dov chi'),
  nl: listed('wanneer hoeveel waar wie waarom'),
};
