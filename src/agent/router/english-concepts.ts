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
`;
