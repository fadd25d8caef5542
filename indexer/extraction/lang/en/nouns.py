"""The words that tell an office, an organisation or a private person in English news."""

from __future__ import annotations

from indexer.extraction.lang.word_lists import listed

SPOKES = listed("spokesman spokeswoman spokesperson spokespeople spokesmen spokeswomen")

OFFICES = SPOKES | listed(
    "minister ministers president premier chancellor ambassador ambassadors envoy envoys secretary undersecretary "
    "official officials diplomat diplomats general colonel admiral lieutenant major captain brigadier marshal "
    "commander commandant officer officers senator senators lawmaker lawmakers legislator legislators mp mps "
    "parliamentarian congressman congresswoman governor negotiator negotiators adviser advisor advisers delegate "
    "delegates representative representatives director head heads chief chiefs leader leaders chairman chairwoman "
    "chairperson chair speaker deputy deputies king queen emir sultan prince princess crown consul attaché attache "
    "chargé d'affaires d’affaires prosecutor judge commissioner counsellor counselor aide aides coordinator "
    "mediator mediators inspector secretary-general rapporteur regulator treasurer mayor administrator monarch "
    "taoiseach tánaiste bishop pope patriarch imam ayatollah pastor mufti rabbi counterpart colleague colleagues "
    "counterparts vice-president vice-minister vice-chairman vice-premier president-elect parliamentary sheriff "
    "sergeant ombudsman archbishop cardinal president-designate co-chair co-leader soldier policeman policewoman "
    "skipper commodore director-general attorney-general governor-general solicitor-general inspector-general vice- "
    "admiral vice-chancellor vice-chair vice-chairwoman undersecretary-general under-secretary-general deputy- "
    "governor co-president co-chairman co-chairwoman ex-minister ex-president warlord ruler regent sheriff captain- "
    "regent high-commissioner emissary"
)
# Offices, where written with a capital.
ABBREVIATED = listed("cmdr sgt gen col lt adm maj brig capt sen gov rep pm fm mp mep")
CLERGY = listed("bishop archbishop cardinal patriarch imam ayatollah pastor mufti rabbi metropolitan")
# What ministries are of.
PORTFOLIOS = listed(
    "foreign external internal affairs relations interior defence defense state finance economy economic economics "
    "trade commerce industry justice law health education science culture sport sports tourism labour labor "
    "employment social welfare energy petroleum oil gas mines mining water resources irrigation environment climate "
    "ecology agriculture fisheries forestry food land lands transport transportation infrastructure communications "
    "information technology digital planning development cooperation integration european parliamentary public "
    "works home homeland national security intelligence emergency situations emergencies youth women gender family "
    "housing treasury budget investment investments republic staff protocol religious veterans immigration "
    "migration nations sea ocean maritime ports civil aviation customs police human rights regional local rural "
    "urban higher research innovation small business islamic federal general army navy armed forces air "
    "hydrocarbons hydraulics minerals mineral reform reforms disaster disasters management resilience prosecutions "
    "revenue borders islands heritage arts antiquities returns refugees reconstruction minorities diaspora "
    "expatriates sanitation roads railways posts telecommunications electricity power"
)
NO_ROLE = listed("counterpart counterparts colleague colleagues skipper soldier policeman policewoman")
ADJECTIVES_TOO = listed("official general major chief representative crown parliamentary")
VERBS_TOO = listed("head heads guard guards force forces leads chair chairs group groups mission judge team command")

PRIVATE = listed(
    "analyst analysts expert experts professor lawyer attorney activist activists historian economist "
    "economists resident residents playwright fisherman fishermen researcher researchers witness witnesses "
    "author writer executive doctor doctors farmer farmers villager villagers driver drivers refugee refugees "
    "shopkeeper journalist journalists editor priest student students teacher teachers scholar scientist "
    "scientists consultant trader traders businessman businesswoman entrepreneur engineer nurse pensioner "
    "singer actor actress film-maker filmmaker musician painter poet artist novelist mother father tourist "
    "passenger worker workers academic academics columnist broadcaster blogger lecturer "
    "critic critics veteran survivor migrant neighbour neighbor owner baker beekeeper fellow pundit "
    "photographer"
)
BODIES = listed(
    "ministry department office embassy army navy force forces guard guards delegation delegations mission "
    "commission council committee parliament government governments authorities authority agency service party "
    "front bank court administration secretariat presidency cabinet police military junta bureau consulate "
    "assembly congress senate union alliance bloc organisation organization coalition opposition movement group "
    "company corporation institute university directorate board institution watchdog team headquarters command "
    "treasury intelligence palace foundation association federation league forum chamber troika regime "
    "legislature judiciary fund ministries faction rebels militia operator airline firm society centre center "
    "tribunal division airport inspectorate chancellery chancery programme"
)
NOBODYS = listed(
    "party opposition front movement group company corporation institute university foundation association "
    "federation league bank union faction rebels militia operator airline firm society centre center watchdog "
    "forum coalition"
)
PLURALS = listed(
    "ministers officials diplomats ambassadors envoys lawmakers legislators senators representatives delegates "
    "advisers advisors leaders chiefs heads officers negotiators colleagues counterparts governments "
    "delegations ministries mps aides deputies analysts experts residents witnesses activists economists "
    "capitals spokesmen spokeswomen spokespeople"
)
STATE_WORDS = listed(
    "government army navy police military air force defence defense foreign interior presidential president "
    "president's prime minister cabinet chief deputy senior ministry state border coast guard security "
    "parliament parliamentary justice treasury finance supreme majority minority house senate tribal religious "
    "spiritual church national federal royal special press official top the a an"
)
FORMER = listed("former ex retired late onetime one-time erstwhile ousted deposed exiled")
OPPOSED = listed("opposition rebel separatist exiled dissident shadow")  # "the opposition leader" is not the state
DETERMINERS = listed(
    "the a an its his her their my our your this that these those another one two three some several many"
)
STOP = listed(
    "and or but that which who whom whose when while as if than then so yet because since until till after "
    "before during in on at to from by with for of into onto over under about against between among through "
    "across near is are was were be been being has have had having do does did will would can could shall "
    "should may might must not never also only just said says say told tells tell asked asks added adds wrote "
    "writes called calls warned warns accused denied denies rejected insisted announced declared argued replied "
    "met meets meeting visited urged urges condemned welcomed promised stated noted explained spoke speaks "
    "speaking held took takes took gave gives made makes came comes went goes led leads leads heads there here "
    "he she it they we i you him them us me what where why how all both either neither each every any no"
)
MALE = listed(
    "spokesman spokesmen chairman congressman king prince sultan emir sheikh mr sir lord policeman businessman "
    "fisherman duke father brother son husband pope bishop imam ayatollah cardinal patriarch archbishop vice- "
    "chairman ombudsman actor"
)
FEMALE = listed(
    "spokeswoman spokeswomen chairwoman congresswoman queen princess mrs ms miss dame lady policewoman "
    "businesswoman actress mother sister daughter wife duchess baroness madam"
)
HONORIFICS = listed(
    "mr mrs ms miss dr sir dame lord lady prof professor madam sheikh baroness baron count rev reverend father sister "
    "hrh hh hm eng ing ustad maulana mullah datuk dato sheikha haji monsignor msgr mallam hajj pastor"
)
PARTICLES = listed(
    "van der den de del della di da dos das du la le al el bin ibn bint ben abu í á von zu ter ten av af y e dal do "
    "ul ur"
)
NO_NAME = listed(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December God Telegram Twitter Facebook X Internet Parliament Council Commission "
    "Union Republic Kingdom State States Treaty Agreement Accord Protocol Charter Convention Sea Ocean River Lake "
    "Mount Gulf Strait Bay Island Islands Province Region District Street Square Avenue Road Bridge Airport Port "
    "City County Valley Desert Canal Peninsula North South East West Northern Southern Eastern Western Central "
    "Christmas Easter Ramadan Cross Crescent Corridor Photo Caption Categories Related Views Share Print Read "
    "Advertisement Background Summary Update Breaking Exclusive Analysis Opinion News Agency Times Post Herald "
    "Tribune Daily Reuters Republican Democrat Labour Conservative Tory Liberal Socialist Feb Apr Jul Aug Sep Sept "
    "Oct Nov Dec Radio Television TV House Palace Hall Hotel Court Assembly Front Bank Committee Office Division "
    "Media Directorate"
)
