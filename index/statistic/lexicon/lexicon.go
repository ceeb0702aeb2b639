// Package lexicon holds the closed-class words and the small open-class lists
// of English that the statistics grammar needs: function words, verbs of change
// and of report, nouns for people, and the morphology of plurals and
// participles. The lists are general English, not fitted to any archive.
package lexicon

import "strings"

// Class is a set of word classes.
type Class uint32

// The word classes.
const (
	Preposition Class = 1 << iota
	Determiner
	Pronoun
	Conjunction
	Auxiliary
	Adverb
	Relative // which, who, that, whose, where
	Past     // an irregular past tense or participle
	Report   // said, showed, according
	Up       // a verb, noun or particle of increase
	Down     // a verb, noun or particle of decrease
	Person   // a noun for a human being, in the plural or singular
	Case     // a noun for a case at law or a medical case
	Month
	Weekday
	Adjective // a common adjective that would pass for a noun
	Verb      // a common verb form that would pass for a noun
	Body      // a noun for an organisation that acts or reports
	Comparer  // more, fewer, higher: makes a number a difference
	Level     // rate, ratio, level, share: nouns of a measure
)

// Function are the classes that end a noun phrase.
const Function = Preposition | Determiner | Pronoun | Conjunction | Auxiliary | Adverb | Relative

// Of returns the classes of a lower-case word, 0 if it is in no list.
func Of(lower string) Class { return classes[lower] }

// Is reports whether a lower-case word is in one of the classes.
func Is(lower string, c Class) bool { return classes[lower]&c != 0 }

var classes = build()

func build() map[string]Class {
	m := make(map[string]Class, 1600)
	for _, l := range lists {
		for _, w := range strings.Fields(l.words) {
			m[w] |= l.class
		}
	}
	return m
}

type list struct {
	class Class
	words string
}

var lists = []list{
	{Preposition, `of in on at by for to from with without within into onto through throughout during since until till about
		against among amongst between beyond over under above below across along around behind before after near per via as
		despite except including excluding like unlike off out upon versus vs than toward towards amid amidst regarding concerning
		following besides alongside beneath inside outside past plus minus worth`},
	{Determiner, `a an the this that these those each every some any no all both either neither another such what whatever
		my your his her its our their many much several few more most less fewer other`},
	{Pronoun, `i you he she it we they me him them us himself herself itself themselves ourselves myself yourself
		one's who whom whose which what mine yours ours theirs someone anyone everyone nobody something anything everything nothing here there`},
	{Conjunction, `and or but nor so yet while whereas although though because if unless when whenever where wherever whether once`},
	{Relative, `which who whom whose that where when`},
	{Auxiliary, `is are was were be been being am has have had having do does did will would shall should can could may might must
		isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't cannot couldn't shouldn't it's that's there's he's she's they're we're i'm i've we've they've they'd it'd let's ain't`},
	{Adverb, `not also only just even still already again ever never always often sometimes usually now then today tomorrow yesterday
		tonight later earlier ago apart together alone away back forward ahead soon recently currently previously formerly respectively
		alike elsewhere nationwide worldwide overall annually daily weekly monthly yearly each instead however therefore thus hence moreover
		meanwhile nevertheless otherwise perhaps maybe indeed very too quite rather almost nearly well far long down up early late home overnight
		globally locally nationally approximately roughly`},
	{Past, `won lost fell rose said made took came went got saw found left kept held told gave became began broke brought built bought
		caught chose cut drew drove ate felt flew forgot froze grew heard hid hit hurt knew laid led lent let lay lit meant met paid put
		quit read rode ran sang sank sold sent set shot shut slept spoke spent stood stole stuck struck swam swept taught thought threw
		understood woke wore wrote taken given gone seen done known shown grown driven fallen risen written broken chosen spoken stolen
		sunk born beaten bitten drawn eaten forgotten hidden thrown woken worn sworn flown frozen begun become overcome spread wound bound dealt fought sought caught fled bred fed bid shed slid dug spun strung swung`},
	{Report, `said says say told tells showed shows show shown according found finds reported reports announced announces estimated estimates
		added adds noted notes stated states warned warns revealed reveals claimed claims suggested suggests confirmed data figures statistics survey study`},
	{Up, `up rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth climb climbs climbed climbing
		jump jumps jumped jumping surge surges surged surging soar soars soared soaring gain gains gained gaining advance advances advanced
		expand expands expanded expanding expansion hike hikes hiked rally rallied spike spiked leap leapt leaped accelerate accelerated boost boosted
		swell swelled strengthen strengthened add added adding more higher greater larger bigger raise raises raised raising uptick upturn rebound rebounded
		improve improved improvement increment firmer skyrocketed rocketed ballooned escalated edged-up appreciation appreciated faster longer`},
	{Down, `down fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases decreased decreasing
		slide slides slid sliding slip slips slipped slipping plunge plunges plunged plunging tumble tumbles tumbled tumbling sink sinks sank sunk
		lose loses lost losing loss shrink shrinks shrank shrunk shrinking reduce reduces reduced reducing reduction cut cuts cutting
		lower lowered lowering less fewer smaller shed sheds shedding slump slumps slumped slumping plummet plummets plummeted plummeting
		contract contracted contraction dip dips dipped crash crashed collapse collapsed ease eased easing weaken weakened slow slowed slash slashed
		downturn retreat retreated depreciated depreciation trim trimmed dived nosedived tanked diminished dwindled cheaper shorter slower`},
	{Comparer, `more fewer less higher lower greater larger smaller bigger longer shorter faster slower cheaper above below up down extra additional`},
	{Level, `rate rates ratio ratios level levels share shares proportion percentage average index yield margin tax duty tariff interest turnout stake`},
	{Person, `people person persons individual individuals suspect suspects victim victims man men woman women girl girls boy boys child children
		resident residents defendant defendants offender offenders criminal criminals citizen citizens minor minors adult adults teenager teenagers
		youth youths youngster youngsters student students pupil pupils teacher teachers worker workers employee employees employer employers staff
		staffer staffers officer officers soldier soldiers troops policeman policemen police prosecutor prosecutors judge judges lawyer lawyers
		patient patients doctor doctors nurse nurses survivor survivors casualty casualties fatality fatalities migrant migrants refugee refugees
		immigrant immigrants passenger passengers driver drivers customer customers consumer consumers user users subscriber subscribers member members
		voter voters player players fan fans spectator spectators protester protesters demonstrator demonstrators prisoner prisoners inmate inmates
		detainee detainees hostage hostages gunman gunmen attacker attackers robber robbers thief thieves smuggler smugglers trafficker traffickers
		dealer dealers hacker hackers fraudster fraudsters scammer scammers murderer killers killer farmer farmers fisherman fishermen
		scientist scientists researcher researchers engineer engineers expert experts official officials politician politicians
		lawmaker lawmakers mp mps senator senators councillor councillors representative representatives delegate delegates participant participants
		respondent respondents applicant applicants candidate candidates visitor visitors tourist tourists guest guests owner owners
		tenant tenants homeowner homeowners shareholder shareholders investor investors buyer buyers donor donors volunteer volunteers
		mother mothers father fathers parent parents son sons daughter daughters brother brothers sister sisters wife wives husband husbands
		baby babies infant infants senior seniors elderly pensioner pensioners veteran veterans civilian civilians firefighter firefighters
		paramedic paramedics crew guard guards agent agents director directors executive executives manager managers partner partners
		colleague colleagues friend friends relative relatives neighbour neighbours neighbor neighbors kids kid babies human humans
		american americans briton britons chinese australians canadians europeans russians ukrainians palestinians israelis germans
		men's population populations viewer viewers reader readers follower followers listeners actor actors singer singers artist artists author authors
		deputy deputies aide aides clerk clerks contractor contractors accomplice accomplices perpetrator perpetrators plaintiff plaintiffs witness witnesses juror jurors complainant complainants
		fugitive fugitives rebel rebels militant militants insurgent insurgents fighter fighters terrorist terrorists extremist extremists mourner mourners motorist motorists cyclist cyclists pedestrian pedestrians`},
	{Case, `case cases lawsuit lawsuits`},
	{Month, `january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec`},
	{Weekday, `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun`},
	{Adjective, `wide long high tall deep thick old young away apart strong straight consecutive different separate additional available due likely
		able unable responsible aboard alive dead injured missing present full ready worldwide`},
	{Verb, `go goes get gets make makes take takes come comes give gives keep keeps want wants need needs see sees think thinks know knows
		become becomes remain remains include includes involve involves account accounts belong appear appears seem seems begin begins
		continue continues contain contains help helps let lets live lives suffer suffers die dies try tries run runs tell tells ask asks
		face faces hold holds bring brings allow allows expect expects believe believes feel feels pay pays earn earns own owns`},
	{Body, `ministry department agency office bureau commission committee council court courts police procuratorate procuratorates prosecutors
		government authority authorities company firm bank university association federation union institute organisation organization
		board party parliament congress senate army navy force service group team club department's administration officials customs regulator regulators
		procuratorate's hospital school charity party union church prosecution investigators detectives officers`},
}
