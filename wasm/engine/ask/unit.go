package ask

// The words of units. Money is named by its ISO 4217 code, everything else as the
// statistics name it; TestUnitsAsInArticles holds the lists against the grammar of
// the articles.
const (
	currencySigns = "$=USD £=GBP €=EUR ¥=JPY ₹=INR ₽=RUB ₩=KRW ₪=ILS"
	currencies    = "dollar=USD dollars=USD usd=USD euro=EUR euros=EUR eur=EUR yuan=CNY renminbi=CNY rmb=CNY cny=CNY yen=JPY jpy=JPY gbp=GBP sterling=GBP quid=GBP " +
		"rupee=INR rupees=INR inr=INR rouble=RUB roubles=RUB ruble=RUB rubles=RUB rub=RUB rand=ZAR zar=ZAR franc=CHF francs=CHF chf=CHF krona=SEK kronor=SEK sek=SEK " +
		"krone=NOK kroner=NOK nok=NOK zloty=PLN zlotys=PLN pln=PLN lira=TRY try=TRY shekel=ILS shekels=ILS ils=ILS cad=CAD aud=AUD hkd=HKD sgd=SGD krw=KRW brl=BRL"
	durations = "second=seconds seconds minute=minutes minutes hour=hours hours day=days days week=weeks weeks month=months months year=years years decade=decades decades"
	lengths   = "km=kilometres kilometre=kilometres kilometres kilometers=kilometres kilometer=kilometres m=metres metre=metres metres meters=metres mile=miles miles feet foot=feet ft=feet " +
		"inch=inches inches cm=centimetres mm=millimetres yard=yards yards"
	masses = "kg=kilograms kilogram=kilograms kilograms kilo=kilograms kilos=kilograms gram=grams grams tonne=tonnes tonnes ton=tons tons ounce=ounces ounces"
	areas  = "hectare=hectares hectares ha=hectares acre=acres acres"
	people = "people person persons individual individuals suspect suspects victim victims man men woman women girl girls boy boys child children " +
		"resident residents defendant defendants offender offenders criminal criminals"
	cases = "case cases lawsuit lawsuits"
	// function words end the noun phrase after a number.
	function = "of in on at by for to from with without and or but the a an is are was were be been has have had that which who whom than as per not no this these those " +
		"during since until before after about over under between into it its their his her my our your they we he she i you"
)

// unitAt reads the unit that begins at token i and returns the token after it.
func (p *parser) unitAt(i int) (Unit, int, bool) {
	w := p.at(i)
	switch {
	case w == "%" || w == "％" || w == "pct" || w == "percent":
		return p.percent(i + 1)
	case w == "per" && p.at(i+1) == "cent":
		return p.percent(i + 2)
	case w == "times":
		return Unit{Class: "times", Name: "times"}, i + 1, true
	case w == "us" && in("dollar dollars $", p.at(i+1)):
		return Unit{Class: "money", Name: "USD"}, i + 2, true
	}
	for _, list := range [...]string{currencies, currencySigns} {
		if code, ok := lookup(list, w); ok {
			return Unit{Class: "money", Name: code}, i + 1, true
		}
	}
	for _, l := range [...]struct{ class, list string }{{"duration", durations}, {"length", lengths}, {"mass", masses}, {"area", areas}} {
		if name, ok := lookup(l.list, w); ok {
			if name == "" {
				name = w
			}
			return Unit{Class: l.class, Name: name}, i + 1, true
		}
	}
	return Unit{}, i, false
}

func (p *parser) percent(i int) (Unit, int, bool) {
	if in("point points", p.at(i)) {
		return Unit{Class: "point", Name: "percentage points"}, i + 1, true
	}
	return Unit{Class: "percent", Name: "percent"}, i, true
}

// currencyAt reads the currency before a number, $, US$ or EUR, and returns the
// token after it.
func (p *parser) currencyAt(i int) (string, int) {
	if p.at(i) == "us" && p.at(i+1) == "$" {
		return "USD", i + 2
	}
	if code, ok := lookup(currencySigns, p.at(i)); ok {
		return code, i + 1
	}
	if code, ok := lookup(currencies, p.at(i)); ok && len(p.at(i)) == 3 {
		return code, i + 1
	}
	return "", i
}

// counted returns the unit of a counted noun that is not its own: people, cases.
func counted(noun string) (string, bool) {
	if in(cases, noun) {
		return "cases", true
	}
	return "people", in(people, noun)
}

func plural(w string) bool {
	n := len(w)
	return n > 3 && w[n-1] == 's' && w[n-2] != 's' && w[n-2] != 'u' && w[n-2] != 'i'
}
