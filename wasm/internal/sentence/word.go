package sentence

// The lists are of English, German, French, Spanish, Italian, Portuguese, Dutch,
// Russian and Ukrainian together: an abbreviation of one of them is hardly ever a
// word at the end of a sentence in another. With a capital a word counts with a
// capital only.

// never are abbreviations in front of something: titles, ranks, "for example".
const never = ` Mr Mrs Ms Mx Dr Drs Prof Profs Gen Sen Sens Rep Reps Gov Govs Lt Maj Col Cmdr Capt Sgt Cpl Pvt Adm Brig Rev Hon Messrs
 Mt Ft St Ste vs viz approx cf e.g i.e Op ca bzw ggf evtl inkl vgl sog z.b d.h s.o Hrsg Dipl Mag Gebr
 M MM Mme Mlle Mgr av bd Sra Srta Dra Dña Lic Avda Sig Dott Avv Dhr Mevr bijv
 т.е т.н т.к см ул им пр стр рис пл акад проф ген `

// counted are abbreviations in front of a number.
const counted = ` no nos nr nrs p pp vol fig ch sec abs art núm pág págs cap pag tel ст п № `

// maybe are abbreviations that stand at ends of sentences too.
const maybe = ` Jr Sr Inc Co Corp Ltd Plc Bros Llc etc est Dept Univ Assn Govt ed eds
 Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
 Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Vt Va Wash Wis Wyo
 usw Mio Mrd Tsd Std Min Sek Jh Jhd Okt Dez Str ecc Ud Uds EE.UU enz resp u.a
 гг вв тыс млн млрд трлн руб долл коп чел др грн тис рр кв км т.д т.п `

// beginning are words that begin sentences and hardly ever stand, with a capital,
// behind an abbreviation they belong to.
const beginning = ` the a an in on at by for from to of with without after before since during despite under over as if when while where because although though but and or nor so yet
 he she it they we you his her its their our this that these those there here who what why how which not no only even one some many most more all both each another
 also however meanwhile still now then later earlier today yesterday instead according asked
 der die das den dem des ein eine einer er sie es wir ihr im am vom zum zur auf aus bei mit nach von vor seit für über unter durch gegen und aber oder doch auch wenn weil dass als wie was wer wo nun dort hier dann diese dieser dieses damit dabei danach nicht nur noch laut sein seine
 le la les un une il elle ils elles nous vous ce cette ces cet en dans sur pour par avec sans après avant depuis selon mais et ou où si quand comme son sa ses leur à au aux
 el los las una uno él ella ellos según pero y o cuando como su sus este esta esto al del para con sin tras desde también
 lo gli i e ma non nel nella per di che questo questa
 os um uma ele ela eles mas não nos nas em ao
 de het een hij zij ze wij dat dit deze maar en ook op voor naar
 в на он она оно они мы вы но и а по из за от до о об при как что это этот эта для после перед также однако если когда его её ее их не у к с со
 він вона вони ми ви але й та з із зі до від про під після це цей ця як що його її їх є `

// saying are verbs that stand between a quotation and who said it.
const saying = ` said says asked asks added adds told wrote writes replied shouted cried tweeted posted fragte sagte demande demandé dijo disse preguntó chiese zei `

// ordinal are the languages that write a dot behind an ordinal.
const ordinal = " de da no nb fi cs sk pl hu hr sr sl et lv is tr "
