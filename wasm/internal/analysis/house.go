package analysis

// The lists below are what houses print differently beyond spelling, after the
// style books of agencies and papers: AP, Reuters, BBC, Guardian, The Economist.
// They serve comparisons only, where a word that is merged wrongly is merged in
// both texts. A form with a capital counts only with a capital in the text, one
// with a dot only with both.

// leftOut are words that one house prints and the next leaves out: courtesy
// titles, the kind of a firm, and percent, which may be a sign.
const leftOut = `Mr Mrs Ms Mx Miss Dr Messrs Sir Dame Mme Mlle Monsieur Madame M. Herr Frau Señor Señora
Sr Sra Signor Signora Dott Inc Ltd Plc LLC GmbH percent pct prozent`

// shortened are short forms: the form that stands for all, then the others.
const shortened = `one 1
two 2
three 3
four 4
five 5
six 6
seven 7
eight 8
nine 9
ten 10
first 1st
second 2nd
third 3rd
fourth 4th
fifth 5th
sixth 6th
seventh 7th
eighth 8th
ninth 9th
tenth 10th
january Jan
february Feb
march Mar
april Apr
august Aug
september Sept Sep
october Oct
november Nov
december Dec
governor Gov
governors Govs
senator Sen
senators Sens
representative Rep
representatives Reps
general Gen
lieutenant Lt
colonel Col
major Maj
captain Capt
sergeant Sgt
corporal Cpl
admiral Adm
commander Cmdr Cdr
brigadier Brig
professor Prof
reverend Rev
president Pres.
secretary Sec.
department Dept
government govt
association Assn
corporation Corp
million mln mn
billion bln bn
trillion trln trn
dollars dlrs
brothers Bros
street St
avenue Ave
boulevard Blvd
road Rd
mount Mt
fort Ft
number No.
kilometer km
kilometers kms
kilogram kg
kilograms kgs
alabama Ala.
arizona Ariz.
arkansas Ark.
california Calif.
colorado Colo.
connecticut Conn.
delaware Del.
florida Fla.
georgia Ga.
illinois Ill.
indiana Ind.
kansas Kan.
kentucky Ky.
louisiana La.
maryland Md.
massachusetts Mass.
michigan Mich.
minnesota Minn.
missouri Mo.
montana Mont.
nebraska Neb.
nevada Nev.
oklahoma Okla.
oregon Ore.
pennsylvania Pa.
tennessee Tenn.
vermont Vt.
virginia Va.
washington Wash.
wisconsin Wis.
wyoming Wyo.`

// compounds are words that one house writes as one and the next as two, or with a
// hyphen: the first part, then the second parts. The first is left out in front
// of the second.
const compounds = `per cent
pour cent
por ciento cento
air strike strikes lift
any more
anti semitic semitism trust
bail out outs
buy out outs
car maker makers
cease fire fires
co operate operated operates operating operation operative ordinate ordinated ordinating ordination ordinator
counter terrorism attack attacks
cyber attack attacks crime security
drug maker makers
e mail mails mailed mailing
front line lines
health care
home town
line up ups
long time
multi billion million national nationals
non profit profits
north east eastern west western
policy maker makers making
post war
re elect elected electing election enter entry
run off
short list listed
south east eastern west western
stand off offs
take over overs
teen ager agers
under way
war time
web site sites
work force place
world wide`
