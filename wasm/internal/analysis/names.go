package analysis

// nameLines are names that reach English in several romanisations: the form that
// stands for all, then the others. They are spellings of one name, not
// renamings: Moskva (which is also a ship), Bombay or Burma are not here. Nor are
// Mohammed, Muhammad and Mohamed: as a rule each bearer has one of them, and they
// tell persons apart.
const nameLines = `zelenskyy zelensky zelenskiy zelenskii zelenskij zelenskyi zelenskyj zelenski selenskyj selenskij selensky zelenskiyy
kyiv kiev kiew kyjiw
kharkiv kharkov charkiw charkow
odesa odessa
lviv lvov lwow lwiw
luhansk lugansk
donbas donbass
dnipro dnieper dnepr
dnipropetrovsk dnepropetrovsk
zaporizhzhia zaporizhia zaporizhya zaporizhzhya zaporozhye zaporozhia zaporozhzhia saporischschja
mykolaiv mykolayiv
chernobyl chornobyl tschernobyl
chernihiv chernigov
sloviansk slavyansk slovyansk
kryvyi krivoi
vinnytsia vinnitsa
ternopil ternopol
zhytomyr zhitomir
rivne rovno
kherson cherson
bakhmut bachmut
lukashenko lukashenka lukaschenko
tsikhanouskaya tikhanovskaya tichanowskaja
navalny navalnyy navalniy navalnyi nawalny
medvedev medwedew
gorbachev gorbachov gorbatschow
yeltsin eltsin jelzin
khrushchev khruschev kruschev chruschtschow
dostoevsky dostoyevsky dostojewski
tchaikovsky chaikovsky tschaikowski
shoigu shoygu schoigu
prigozhin prigozhyn prigoschin
poroshenko poroschenko
tymoshenko timoshenko
zaluzhny zaluzhnyi zaluzhnyy zaluzhniy
yanukovych yanukovich
tbilisi tiflis
yerevan erevan
almaty almati
kyrgyzstan kirghizstan kirgizstan
beijing peking
nanjing nanking
chongqing chungking
tianjin tientsin
guangzhou kwangchow
gaddafi qaddafi kadhafi gadhafi qadhafi kadafi kaddafi khadafy khadafi gadafi ghadafi gheddafi qadafi
hezbollah hizbollah hizbullah hizballah hezbullah hesbollah hisbollah hizbalah
qaeda qaida kaida kaeda quaeda queda
taliban taleban
houthi huthi
houthis huthis
quran koran
muslim moslem
muslims moslems
daesh daech
intifada intifadah
sheikh shaikh sheik shaykh
sheikhs sheiks
mecca makkah
jeddah jidda jiddah
basra basrah
fallujah falluja
hodeidah hodeida hudaydah hodaida
kandahar qandahar
netanyahu netanjahu
ahmadinejad ahmedinejad
khamenei khameini
khomeini khomeiny
kurdistan kurdestan
romania rumania roumania
sergei sergey sergej
alexei aleksei aleksey alexey
dmitry dmitri dmitriy dmitrij
yuri yury yuriy
andrei andrey
yevgeny evgeny yevgeni evgeni yevgeniy evgeniy
anatoly anatoli anatoliy
gennady gennadi gennadiy
vasily vasiliy vasili
vitaly vitaliy
nikolai nikolay
grigory grigoriy
georgy georgiy
lavrov lawrow
peskov peskow
klitschko klychko klichko
avdiivka avdeevka avdiyivka awdijiwka
severodonetsk sievierodonetsk
kupiansk kupyansk
izium izyum
enerhodar energodar
muammar moammar moamer muamar
rouhani ruhani rohani
soleimani suleimani
haniyeh haniya haniyah
khashoggi kashoggi
zawahiri zawahri
osama usama
sisi sissi
fatah fateh
shabab shabaab
mujahideen mujahedeen mujahedin mujahidin
sharia shariah
madrasa madrassa madrassah
madrasas madrassas
burqa burka
burqas burkas
muqtada moqtada
yazidi yezidi
yazidis yezidis
raqqa raqqah rakka
benghazi bengasi
misrata misurata
mosul mossul
erbil irbil arbil
daraa deraa
latakia lattakia
karbala kerbala
uyghur uighur uygur uigur
uyghurs uighurs uygurs uigurs
tiananmen tienanmen
kazakhstan kazakstan
basel basle
marseille marseilles
`
