package speech

// tables are the words of each language that news quotes in. A list is entered
// before those below it; in English a plus gives all forms of regular verbs.
var tables = [...]table{
	{lang: "en", lists: english},
	{lang: "de", flags: "inverts nouns", lists: german},
	{lang: "fr", flags: "inverts", lists: french},
	{lang: "es", flags: "inverts", lists: spanish},
	{lang: "it", flags: "inverts", lists: italian},
	{lang: "pt", flags: "inverts", lists: portuguese},
	{lang: "nl", flags: "inverts", lists: dutch},
	{lang: "ru", flags: "inverts", lists: russian},
	{lang: "uk", flags: "inverts", lists: ukrainian},
}

const english = `say said says say wrote writes write tweeted spoke sang swore swears read reads thought
saying saying writing
tell told tells tell
saying telling
say+ add admit announce acknowledge affirm allege argue assert assure boast caution claim comment complain concede conclude confess confirm contend counter declare deny emphasise emphasize exclaim explain insist joke lament maintain mention mutter note object observe opine plead pledge proclaim promise quip reason recall recount reiterate remark repeat reply respond retort reveal shout state stress testify tweet vow warn whisper yell ask inquire point interject cry summarize summarise elaborate muse theorize surmise posit conjecture report
say pointed admitted quipped
tell+ remind inform
call+ describe label dub brand denounce condemn criticise criticize dismiss hail praise blast slam refer characterise characterize term decry deride
call called calls call termed dubbed referred hailed slammed
calling calling dubbing referring slamming
propose+ suggest propose express hope urge appeal predict estimate demand advise believe recommend accuse vent signal indicate voice request promise
propose thinks believes feels felt sees
he he
she she
it it they i we you who one
by by
source according
prep in of for at from with on to about between against after before during over under into through near since until amid among despite without within toward towards across outside inside via per like upon behind alongside
link and but or that which while when because if as whether where though although so then than unless what why how not yet nor however meanwhile
det the a an this these those his her its their our my your some any each every another one two three several many both no all most other more
aux has have had also later then would will could can may might must did does do still again even never always often repeatedly reportedly just only once himself herself themselves itself earlier now today yesterday tomorrow previously recently separately meanwhile further once quickly ever already publicly initially finally simply
being was is are were be been being isn't wasn't am
mr mr sir lord king prince spokesman chairman congressman frenchman brother father
ms mrs ms miss lady queen princess spokeswoman chairwoman congresswoman sister mother
abbr sen rep gov gen dr prof rev lt col sgt capt cmdr adm maj hon pres messrs dep supt
title president premier minister chancellor secretary senator representative governor mayor judge justice general colonel captain lieutenant sergeant major admiral officer chief director chair ceo cfo coo founder speaker leader head envoy ambassador adviser advisor aide spokesperson attorney prosecutor detective sheriff professor doctor coach pope cardinal archbishop bishop imam sheikh chairperson commissioner councillor councilman councilwoman lawmaker democrat republican president-elect vice-president emperor dame deputy inspector superintendent constable manager commander author analyst economist scientist actor actress singer host reporter candidate nominee rapper star editor correspondent strategist researcher student rabbi lawyer whip pollster broker trader farmer
short st jr sr vs no inc corp co ltd jan feb mar apr jun jul aug sep sept oct nov dec etc approx dept est fig
office ministry party news university council house department committee institute agency office court police union bank group company association foundation times post journal press corporation commission force army navy congress senate parliament network organization organisation centre center league team club school college hospital board bureau embassy administration campaign federation street fund trust international national society service authority city county state journal magazine daily reuters
when monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
verb took made went came gave got saw held met led sent put left began became kept won lost ran brought turned seemed appeared looked visited wrapped pushed agreed hold holds discuss discussed
him john james robert michael william david richard joseph thomas charles daniel matthew anthony mark donald steven stephen paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry peter adam henry nathan douglas zachary kyle vladimir emmanuel joe barack bill mike bob jim tom tim dan ted chris boris ahmed mohammed muhammad ali hassan ivan sergei yuri jeff ben steve bernie barry mitch rick newt marco harry simon martin philip alan graham keith ian neil luis carlos jose juan antonio francisco pedro jean pierre hans klaus giovanni marc olaf volodymyr dmitry alexei rex jared karl
her mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn hillary melania ivanka theresa nikki kamala loretta elena dianne claire kellyanne ann anne jane kate alice marie eva olga irina svetlana natalia sophie charlotte ursula annalena marine giorgia jacinda tulsi susanna valerie sally julia wendy martha
`
