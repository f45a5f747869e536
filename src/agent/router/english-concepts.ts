/**
 * Words that mean nearly the same to somebody who serves customers, one concept a line; `_` joins a phrase of two or three words.
 * General English, written for this project and from no data set. A word may stand in several lines.
 */
export const ENGLISH_CONCEPTS = `
want wish desire like love wanna prefer
need require must necessary
money cash fund funds
card plastic
atm cashpoint cash_machine cash_point cashmachine
buy purchase bought get_hold order acquire
pay paid payment
price cost fee charge rate much expensive
send transfer transmit wire remit sent
receive arrive get_in come land show_up get_here
wait pending waiting hold processing still stuck
late delay slow long overdue
cancel stop abort undo call_off revoke reverse halt
lost lose missing misplaced mislaid gone
steal stolen thief rob robbed theft nick
broken break damage defective faulty malfunction crack
work function operate working
fail failed decline declined reject refused deny denied rejected unsuccessful bounce
wrong incorrect mistake error false inaccurate off
change modify alter edit update amend switch adjust
new fresh another replacement replace
forget forgot forgotten remember recall
password passcode passphrase credential
pin code
verify verification confirm prove proof authenticate validate identity identification id
account profile
close delete remove terminate deactivate erase shut
open create start begin establish make set_up sign_up register
phone mobile cell cellphone smartphone telephone handset
top_up topup top_up add_money load reload add_fund recharge
refund reimburse reimbursement money_back repay return give_back compensation
exchange convert conversion swap trade
currency dollar euro pound foreign
abroad overseas international foreign_country travel
country nation place region
limit maximum max cap restriction most minimum
twice double duplicate two_time second
extra additional more further another
help assist aid support assistance hand
problem issue trouble matter difficulty wrong
why reason explain how_come explanation cause
how way method manner
where location place locate find track whereabouts
when time date soon day how_long
long duration
check see view look find_out show display
tell inform let_know explain say
know aware understand
can able possible could allow permit
use utilise utilize using employ
link connect attach add
activate enable turn_on switch_on unlock
deactivate disable block freeze lock suspend turn_off
people friend family someone person anybody
salary wage income pay_cheque paycheck earning
bank institution
transaction purchase payment operation
statement bill invoice record history
balance amount sum total
contactless tap nfc
app application software
virtual disposable online digital
physical plastic real
deliver delivery ship shipping mail post courier dispatch arrive
fast quick quickly rapid express urgent soon asap immediately hurry speed expedite
recognise recognize know unfamiliar unknown familiar strange unrecognised
withdraw withdrawal take_out cash_out get_cash
deposit pay_in put_in
direct_debit standing_order recurring subscription
age old young child kid children teen year
address home street
name surname
weather forecast rain temperature sunny snow
car vehicle automobile
flight plane airplane fly
hotel room accommodation lodging
book reserve reservation schedule appointment booking
restaurant diner eatery cafe
food meal dish eat dinner lunch
recipe cook make prepare bake
song music tune track play
remind reminder alarm alert notify notification
list todo
calendar agenda schedule
meeting appointment event
translate say language spanish french german
mean definition define meaning
spell spelling
calculate compute math sum
tyre tire wheel
gas fuel petrol gasoline
oil lubricant
insurance coverage policy insure
tax irs taxes
vacation holiday leave pto time_off
luggage bag baggage suitcase
passport visa
vaccine shot immunization
light lamp
volume loud sound louder quiet
repeat again once_more
yes yeah yep sure affirmative
no nope nah negative
hello hi hey greetings
bye goodbye farewell see_you
thank thanks appreciate cheers
joke funny laugh
name call
boss manager supervisor
job work profession occupation
direction route way
traffic jam congestion
distance far away
near nearby close around
credit_score credit_rating
apr interest_rate interest
rollover 401k pension retirement
spend expenditure spending expense
save saving savings
report complain tell
apply application request ask
approve accept accepted approved
improve raise increase boost better higher
reduce lower decrease cut
expire expiration expiry run_out valid
damage demagnetize
order request
reward point bonus cashback
low empty short
last recent latest previous past
next upcoming future following
first initial
free gratis complimentary
buy_now shop shopping store
size large small
today now currently present
yesterday ago
weekend week
beneficiary recipient payee
source origin come_from
visa mastercard amex
google_pay apple_pay gpay
atm_swallow swallow swallowed ate retain keep kept
appear show visible display
estimate quote
correct right accurate true
good great nice okay fine
bad terrible awful horrible
many several few number multiple
get obtain receive have
give provide supply hand
try attempt
unsubscribe opt_out stop_sending take_me_off remove_from_list spam mailing_list newsletter
log_in login sign_in signin get_in access
log_out logout sign_out
invoice receipt bill proof_of_purchase
coupon voucher promo promotion discount code
gift present
stock available availability in_stock restock back_in sold_out inventory
recommend recommendation suggest suggestion advice advise which best
compare comparison difference versus
weight weigh heavy light kilo pound gram
dimension measurement long wide tall size
material fabric made_of
waterproof rainproof water_resistant dry wet rain
warranty guarantee cover coverage
repair fix mend
missing lack absent not_include incomplete
wrong_item different_item not_what
torn rip tear hole crack bent snap smash shatter dent scratch
fit tight loose too_small too_big small
lawyer attorney solicitor legal court sue lawsuit
police fraud scam fraudulent crime
manager supervisor boss superior
human person agent representative operator someone somebody staff employee people
bot robot machine computer automated
angry mad furious upset annoyed frustrated
rude impolite unfriendly disrespectful
complaint complain unhappy dissatisfied disappoint
opening_hour open close hour business_hour
store shop branch outlet showroom
ticket case reference inquiry
neighbour neighbor neighborhood
parcel package packet box shipment
door doorstep porch mailbox
marry married maiden divorce
email e_mail mail inbox
installment instalment split monthly
bulk wholesale quantity many
colour color
cheap affordable inexpensive budget
expensive dear overpriced
start begin commence
finish end complete done
leave depart exit
stay remain keep
buyer customer client shopper
charge charged bill billed debit deduct
unauthorised unauthorized unknown suspicious
holiday bank_holiday christmas easter thanksgiving
student pupil school university
doctor physician hospital clinic medicine
movie film show tv series
game match score play
news headline
sport team football basketball soccer
stock_market share invest investment
email_address mail_address
postcode zip zip_code
apartment flat house
photo picture image
video clip
page site website web link url
button click press tap
crash freeze hang bug glitch
slow lag
charge charger battery
you u ya yall
your ur
please pls plz kindly
are r
because cause cos coz cuz
lawyer attorney solicitor barrister counsel advocate paralegal law_firm legal_team legal_department
court judge tribunal magistrate hearing trial small_claims lawsuit proceeding writ summon subpoena arbitration
sue litigate prosecute press_charge take_action claim suit
law legal illegal unlawful statute statutory regulation act_of rights gdpr ccpa consumer_rights
authority regulator ombudsman watchdog ftc bbb trading_standards consumer_protection attorney_general commissioner agency
police cop officer detective sheriff fbi
crime criminal theft fraud scam forgery blackmail
press reporter journalist newspaper magazine tv_station media article
chargeback charge_back claw_back reverse_the dispute buyer_protection section_75 card_issuer
contract breach liable liability negligence damages compensation
evidence proof document record screenshot
human person people agent representative operator somebody someone staff employee colleague advisor adviser specialist expert rep assistant team_member worker
boss manager supervisor superior owner director head chief management in_charge team_leader
talk speak chat converse discuss word conversation
call phone ring telephone dial callback buzz hotline helpline
connect transfer put_through pass_on forward hand_over escalate switch patch redirect refer put_me
bot robot machine computer automated algorithm script ai program
hurt injure injury wound bruise sprain fracture break bleed blood stitches scar pain
burn scald scorch singe blister
cut slice stab gash pierce
finger hand thumb wrist arm elbow palm
foot feet toe ankle leg knee hip thigh
eye face head nose mouth lip tooth teeth ear throat neck
back spine rib chest shoulder
skin rash itch hives allergy allergic eczema
sick ill vomit nausea dizzy diarrhea diarrhoea cramp fever faint pass_out poison
hospital clinic ambulance emergency surgery urgent_care doctor nurse vet
fire flame burn smoke blaze spark melt ignite
explode explosion blow_up burst went_off
gas fume leak hiss carbon_monoxide
swallow choke suffocate inhale ingest
fall fell slip collapse trip tumble
battery charger power_bank cable plug usb
die dead death kill suicide alive living
threaten threat gun knife weapon shoot bomb attack beat
stalk follow_me ex_husband ex_wife ex_boyfriend abusive shelter
danger dangerous unsafe hazard hazardous risk risky safety
child kid son daughter baby toddler boy girl infant little_one
wife husband partner spouse fiance
mother father mom dad mum parent grandma grandmother grandpa grandfather nan granddad
brother sister uncle aunt cousin nephew niece
dog cat puppy pet horse
friend neighbour neighbor roommate
tent tarp shelter canopy awning fly
stove burner cooker grill kettle pot pan skillet
lamp lantern headlamp torch flashlight
boot shoe sandal sneaker sole laces
jacket coat parka fleece shirt trousers pants socks hat glove sweater
backpack pack rucksack daypack bag
sleeping_bag quilt blanket pad mattress hammock pillow
bottle mug cup flask thermos cooler
chair table stool
filter purifier
knife axe saw multitool
pole peg rope strap buckle cord zip zipper seam
red blue green black white grey gray yellow orange pink brown purple
small medium large xl xxl
monday tuesday wednesday thursday friday saturday sunday
january february march april june july august september october november december
morning afternoon evening night tonight
spring summer autumn fall winter season
useless worthless hopeless pathetic incompetent terrible awful horrible lousy rubbish garbage trash crap
joke clown circus laughable ridiculous
liar lie lied cheat crook thief thieves scammer rip_off
rude impolite unfriendly condescending disrespectful insulting shouted yelled
angry furious livid fuming mad seething annoyed upset outraged
disgusted appalled ashamed disgrace disgraceful shameful shocking
disappointed let_down unhappy dissatisfied displeased displeasure
fed_up sick_of tired_of had_enough patience
hell damn ffs wtf fuck shit bloody
ignore ignored nobody_answers no_reply no_response silence
apology apologize apologise sorry
promise promised assured
great awesome brilliant lovely wonderful perfect fantastic amazing kind sweet star legend
love enjoy happy glad pleased delighted
hello hi hey howdy greetings morning yo sup
camp campsite campground hike trail trip holiday vacation picnic scout
compatible fit suit go_with match work_with
wash clean machine_wash dry hand_wash dishwasher
instructions manual guide how_to video
hold load capacity litre liter
temperature degree freezing rating celsius fahrenheit
basket cart checkout
paypal venmo klarna visa mastercard amex apple_pay google_pay
label qr_code dropoff drop_off
courier carrier driver ups fedex usps dhl delivery_man delivery_guy postman
depot locker pickup_point warehouse customs post_office
hacked compromised someone_in_my suspicious_login
code sms otp 2fa two_factor authenticator
hire job internship apprentice career vacancy
donate donation charity sponsor raffle
`;
