package analysis

// The lists below hold British and American spellings of the same word, in the
// manner of VarCon (http://wordlist.aspell.net/varcon/) but written for news.
// Left out on purpose are pairs of which one is a common word of another
// meaning: cheque and check, kerb and curb, storey and story, draught and draft.

// ourFamily: favour and favor.
var ourFamily = family{
	stems: `fav col hon lab neighb harb hum rum behavi misbehavi endeav flav arm vap od sav savi
rig vig val parl ard cand clam ranc splend tum ferv demean misdemean succ arb enam dol
disfav dishon discol multicol technicol watercol unfav`,
	endings: [][2]string{
		{"our", "or"}, {"ours", "ors"}, {"oured", "ored"}, {"ouring", "oring"},
		{"ourer", "orer"}, {"ourers", "orers"}, {"ourable", "orable"}, {"ourably", "orably"},
		{"ourite", "orite"}, {"ourites", "orites"}, {"ouritism", "oritism"},
		{"oural", "oral"}, {"ourless", "orless"}, {"ourful", "orful"}, {"ourfully", "orfully"},
		{"ourhood", "orhood"}, {"ourhoods", "orhoods"}, {"ourly", "orly"},
		{"oury", "ory"}, {"ourings", "orings"}, {"ourist", "orist"},
	},
}

// reFamily: centre and center.
var reFamily = family{
	stems: `cent epicent theat amphitheat met kilomet centimet millimet nanomet lit millilit fib
calib sab somb lust meag spect mit och tit scept lou sepulch accout goit saltpet manoeuv lacklust`,
	endings: [][2]string{
		{"re", "er"}, {"res", "ers"}, {"red", "ered"}, {"ring", "ering"}, {"rely", "erly"},
	},
}

// doubledFamily: travelled and traveled.
var doubledFamily = family{
	stems: `travel cancel label relabel model remodel signal fuel refuel level quarrel jewel counsel
dial total tunnel channel panel duel equal rival shovel snivel spiral unravel ravel libel grovel
pencil swivel bevel chisel enamel funnel pummel marshal initial pedal backpedal medal gruel apparel
barrel bedevil carol cudgel devil dishevel drivel empanel gambol imperil marvel parcel revel shrivel
stencil symbol tinsel trammel trowel weasel yodel towel trial disembowel victual squirrel laurel`,
	endings: [][2]string{
		{"led", "ed"}, {"ling", "ing"}, {"ler", "er"}, {"lers", "ers"}, {"lings", "ings"},
		{"list", "ist"}, {"lists", "ists"}, {"lous", "ous"}, {"lously", "ously"},
		{"lor", "or"}, {"lors", "ors"},
	},
}

// spellingLines are the words that follow no family: the form that stands for
// all, then the others.
const spellingLines = `program programme
programs programmes
defense defence
defenses defences
defenseless defenceless
offense offence
offenses offences
pretense pretence
pretenses pretences
license licence
licenses licences
licensed licenced
practice practise
practices practises
practiced practised
practicing practising
gray grey
grays greys
grayer greyer
graying greying
tire tyre
tires tyres
glamour glamor
catalogue catalog
catalogues catalogs
catalogued cataloged
cataloguing cataloging
dialogue dialog
dialogues dialogs
analogue analog
analogues analogs
monologue monolog
travelogue travelog
enroll enrol
enrolls enrols
enrollment enrolment
enrollments enrolments
fulfill fulfil
fulfills fulfils
fulfillment fulfilment
install instal
installment instalment
installments instalments
distill distil
instill instil
skillful skilful
skillfully skilfully
willful wilful
willfully wilfully
appall appal
enthrall enthral
jewelry jewellery
woolen woollen
councilor councillor
councilors councillors
maneuver manoeuvre
maneuvers manoeuvres
maneuvered manoeuvred
maneuvering manoeuvring
maneuverable manoeuvrable
anemia anaemia
anemic anaemic
anesthesia anaesthesia
anesthetic anaesthetic
anesthetics anaesthetics
archaeology archeology
archaeologist archeologist
archaeologists archeologists
archaeological archeological
encyclopedia encyclopaedia
encyclopedias encyclopaedias
fetus foetus
fetuses foetuses
fetal foetal
pediatric paediatric
pediatrics paediatrics
pediatrician paediatrician
pediatricians paediatricians
gynecologist gynaecologist
gynecology gynaecology
hemorrhage haemorrhage
hemorrhages haemorrhages
hemoglobin haemoglobin
hemophilia haemophilia
leukemia leukaemia
orthopedic orthopaedic
estrogen oestrogen
esophagus oesophagus
diarrhea diarrhoea
medieval mediaeval
aesthetic esthetic
aesthetics esthetics
cesarean caesarean
feces faeces
fecal faecal
pedophile paedophile
pedophiles paedophiles
pedophilia paedophilia
homeopathy homoeopathy
toxemia toxaemia
aluminum aluminium
sulfur sulphur
sulfuric sulphuric
sulfate sulphate
plow plough
plows ploughs
plowed ploughed
plowing ploughing
snowplow snowplough
skeptic sceptic
skeptics sceptics
skeptical sceptical
skeptically sceptically
skepticism scepticism
mold mould
molds moulds
molded moulded
molding moulding
moldy mouldy
molt moult
smolder smoulder
smoldering smouldering
smoldered smouldered
pajamas pyjamas
yogurt yoghurt
yogurts yoghurts
cozy cosy
mustache moustache
mustaches moustaches
artifact artefact
artifacts artefacts
aging ageing
judgment judgement
judgments judgements
acknowledgment acknowledgement
acknowledgments acknowledgements
abridgment abridgement
inquiry enquiry
inquiries enquiries
inquire enquire
inquired enquired
inquiring enquiring
airplane aeroplane
airplanes aeroplanes
learned learnt
dreamed dreamt
burned burnt
spoiled spoilt
spelled spelt
leaped leapt
jail gaol
jailed gaoled
furor furore
specialty speciality
specialties specialities
whisky whiskey
focused focussed
focusing focussing
benefited benefitted
benefiting benefitting
targeted targetted
targeting targetting
biased biassed
worshiped worshipped
worshiping worshipping
worshiper worshipper
worshipers worshippers
kidnapped kidnaped
kidnapping kidnaping
kidnapper kidnaper
kidnappers kidnapers
gram gramme
grams grammes
kilogram kilogramme
kilograms kilogrammes
cipher cypher
tsar czar tzar
tsars czars
tsarist czarist
phony phoney
chili chilli
chilies chillies
doughnut donut
doughnuts donuts
adviser advisor
advisers advisors
protester protestor
protesters protestors
impostor imposter
impostors imposters
likable likeable
sizable sizeable
livable liveable
movable moveable
queuing queueing
disk disc
disks discs
omelet omelette
omelets omelettes
licorice liquorice
mollusk mollusc
mollusks molluscs
carcass carcase
checkered chequered
glycerin glycerine
sulfide sulphide
toward towards
afterward afterwards
backward backwards
upward upwards
downward downwards
onward onwards
inward inwards
outward outwards
among amongst
amid amidst
while whilst
ok okay
gypsy gipsy
gypsies gipsies
analyses analyzes
paralyses paralyzes
catalyses catalyzes
armory armoury
paleontologist palaeontologist
paleontology palaeontology
`
