/** English words that carry nothing of what a question to a shop asks: people, times, places, courtesies, numbers. */
export const FILLER =
  'able absolutely acc actually advise afternoon ago ahead aint alabama allegedly already alright also always america amount ' +
  'angeles anniversary annoyed annoying anybody anyway apparently appreciate approx approximately april arent argh arizona ' +
  'arkansas around asap asking atlanta august aunt austin autumn basically bc believe birthday bit boss boston boyfriend brief ' +
  'bro brother brothers btw buddy business buy california camping campsite cannot cant carolina case certain chicago choose ' +
  'christmas city clarify colleague colorado company completely concerning connecticut cool could couldnt cousin coz cub cubs ' +
  'curious currently customer customers cuz dad dakota dallas damn daughter daughters dear december degrees delaware denver ' +
  'didnt diego different doesnt dont dozen earth eh eight eleven employer enquire enquiry entirely evening everyone exact ' +
  'exactly explain family father february fifteen finally fine first five florida folks forty four francisco frankly friday ' +
  'friend fyi general generally georgia gimme girlfriend given gonna good gosh gotta granddaughter grandma grandpa grandson ' +
  'grateful great grr guess guys hadnt haha hampshire hasnt hate havent hear heard heck hell hello hes hey hi hike hit hmm ' +
  'holiday honestly houston hows hubby hundred hurry husband id idaho idk ill illinois im indiana inform inquire inquiry ' +
  'interested iowa isnt item its ive january jersey july june kansas kentucky kind kinda kindly larkfield last lately lemme ' +
  'lets literally little live lives lol los lot lots louisiana love luck madam maine march maryland massachusetts mate may ' +
  'maybe mexico miami michigan might min mind minnesota minutes mississippi missouri mom moment monday montana month months ' +
  'morning mother mountain mum n nebraska neighbor nephew nevada next niece night nights nine normally november obliged october ' +
  'oh ohio okay oklahoma one ones oregon outfitters pair pal parents partner pennsylvania people perhaps phoenix pick place ' +
  'please pls plz portland present pretty product products purchase question quick quickly r really regarding register right ' +
  'roommate roughly san scouting seattle september seriously seven shes shop shouldnt simple simply sir sis sister sisters site ' +
  'six somebody somehow someone somewhat son soon sorry sort sorta state stuff super support suppose sure team ten tennessee ' +
  'texas thank thanks thats theres theyre theyve thingy think thinking thirty though thousand threw throw thursday thx time ' +
  'times today tomorrow tonight total totally trail trip tuesday twelve twenty ty type typically u ugh uncle understand unfair ' +
  'ur urgent urgently us usa usual usually utah value vermont virginia w wanna washington wasnt wats webpage website wed ' +
  'wednesday week weeks werent weve whats whens wheres whether whos wife wisconsin wonder wondering wont worth would wouldnt ' +
  'wow wrote wuts wyoming ya yall year yesterday yet york youll youre youve yr';

/** English words that carry little: they stand in questions about anything. */
export const WEAK =
  'able about accept accepted afterwards allow allowed along already answer answered anything approach arrange ask asked ' +
  'available away back bad become beforehand began begin best better big both bring call called came care chance chat choose ' +
  'come coming common contact correct count counted cover credit day days deal debit decide describe detail details difference ' +
  'disappear does early easy eligible else empty end enough enter even ever exactly expect expected explain fast feel find ' +
  'finish follow forgot forgotten full gear get give go good got handle happen happening hard have help high hit hope hoping ' +
  'include included including info information inside instead involve item keep know last later leave left let like likely long ' +
  'look low make manage many matter mean means method move moved moving much name named necessary need new nice normal off ' +
  'offer once option options order other outside own part permit permitted pick plan policy possible prefer process processing ' +
  'product proper properly provide put question quick rather reach read ready receive received recently remember remove require ' +
  'required rid right rights rule rules run say see seem select sell send sending sent service set several short show showed ' +
  'sit sits slow small someone something sort speak speaking spend spread stand standing stands start still stop stuff sure ' +
  'take talk talking tell thing three told try turn two under use usual vanish wait waiting want way went while whole wish work ' +
  'working works write wrote';
