package unit

// currencies are the ISO 4217 codes in circulation, with a few historical ones
// that older news quotes, and their English names.
var currencies = map[string]string{
	"AED": "dirham", "AFN": "afghani", "ALL": "lek", "AMD": "dram", "ANG": "guilder", "AOA": "kwanza",
	"ARS": "Argentine peso", "AUD": "Australian dollar", "AWG": "florin", "AZN": "manat", "BAM": "convertible mark",
	"BBD": "Barbadian dollar", "BDT": "taka", "BGN": "lev", "BHD": "Bahraini dinar", "BIF": "Burundian franc",
	"BMD": "Bermudian dollar", "BND": "Brunei dollar", "BOB": "boliviano", "BRL": "real", "BSD": "Bahamian dollar",
	"BTN": "ngultrum", "BWP": "pula", "BYN": "Belarusian rouble", "BZD": "Belize dollar", "CAD": "Canadian dollar",
	"CDF": "Congolese franc", "CHF": "Swiss franc", "CLP": "Chilean peso", "CNY": "yuan", "COP": "Colombian peso",
	"CRC": "colon", "CUP": "Cuban peso", "CVE": "Cape Verdean escudo", "CZK": "Czech koruna", "DJF": "Djiboutian franc",
	"DKK": "Danish krone", "DOP": "Dominican peso", "DZD": "Algerian dinar", "EGP": "Egyptian pound", "ERN": "nakfa",
	"ETB": "birr", "EUR": "euro", "FJD": "Fijian dollar", "GBP": "pound", "GEL": "lari", "GHS": "cedi", "GMD": "dalasi",
	"GNF": "Guinean franc", "GTQ": "quetzal", "GYD": "Guyanese dollar", "HKD": "Hong Kong dollar", "HNL": "lempira",
	"HRK": "kuna", "HTG": "gourde", "HUF": "forint", "IDR": "rupiah", "ILS": "shekel", "INR": "Indian rupee",
	"IQD": "Iraqi dinar", "IRR": "Iranian rial", "ISK": "Icelandic krona", "JMD": "Jamaican dollar", "JOD": "Jordanian dinar",
	"JPY": "yen", "KES": "Kenyan shilling", "KGS": "som", "KHR": "riel", "KMF": "Comorian franc", "KPW": "North Korean won",
	"KRW": "won", "KWD": "Kuwaiti dinar", "KYD": "Cayman dollar", "KZT": "tenge", "LAK": "kip", "LBP": "Lebanese pound",
	"LKR": "Sri Lankan rupee", "LRD": "Liberian dollar", "LSL": "loti", "LYD": "Libyan dinar", "MAD": "Moroccan dirham",
	"MDL": "Moldovan leu", "MGA": "ariary", "MKD": "denar", "MMK": "kyat", "MNT": "tugrik", "MOP": "pataca",
	"MUR": "Mauritian rupee", "MVR": "rufiyaa", "MWK": "Malawian kwacha", "MXN": "Mexican peso", "MYR": "ringgit",
	"MZN": "metical", "NAD": "Namibian dollar", "NGN": "naira", "NIO": "cordoba", "NOK": "Norwegian krone",
	"NPR": "Nepalese rupee", "NZD": "New Zealand dollar", "OMR": "Omani rial", "PAB": "balboa", "PEN": "sol", "PGK": "kina",
	"PHP": "Philippine peso", "PKR": "Pakistani rupee", "PLN": "zloty", "PYG": "guarani", "QAR": "Qatari riyal",
	"RON": "leu", "RSD": "Serbian dinar", "RUB": "rouble", "RWF": "Rwandan franc", "SAR": "riyal", "SCR": "Seychellois rupee",
	"SDG": "Sudanese pound", "SEK": "Swedish krona", "SGD": "Singapore dollar", "SOS": "Somali shilling",
	"SYP": "Syrian pound", "THB": "baht", "TJS": "somoni", "TMT": "Turkmen manat", "TND": "Tunisian dinar",
	"TOP": "pa'anga", "TRY": "lira", "TTD": "Trinidad dollar", "TWD": "Taiwan dollar", "TZS": "Tanzanian shilling",
	"UAH": "hryvnia", "UGX": "Ugandan shilling", "USD": "US dollar", "UYU": "Uruguayan peso", "UZS": "Uzbek som",
	"VES": "bolivar", "VND": "dong", "XAF": "CFA franc", "XOF": "CFA franc", "YER": "Yemeni rial", "ZAR": "rand",
	"ZMW": "Zambian kwacha", "BTC": "bitcoin", "ETH": "ether",
	"DEM": "mark", "FRF": "French franc", "ITL": "Italian lira", "NLG": "guilder", "ESP": "peseta", "ATS": "schilling",
	"BEF": "Belgian franc", "FIM": "markka", "GRD": "drachma", "IEP": "Irish pound", "PTE": "escudo",
}

// signs are symbols and letters that stand before an amount.
var signs = map[string]string{
	"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "￥": "CNY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS",
	"₦": "NGN", "₱": "PHP", "₫": "VND", "฿": "THB", "₺": "TRY", "₴": "UAH", "₿": "BTC", "₵": "GHS", "₸": "KZT", "₡": "CRC",
	"rs": "INR", "rm": "MYR", "rp": "IDR", "ps": "GBP", "rmb": "CNY", "y=": "JPY", "dh": "AED", "sfr": "CHF", "dm": "DEM", "zł": "PLN",
}

// dollars are the letters that tell one dollar from another: US$, $US, HK$.
var dollars = map[string]string{
	"us": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "aus": "AUD", "c": "CAD", "ca": "CAD", "can": "CAD", "cdn": "CAD",
	"hk": "HKD", "nz": "NZD", "s": "SGD", "sg": "SGD", "nt": "TWD", "r": "BRL", "mex": "MXN", "mx": "MXN", "tt": "TTD", "j": "JMD", "fj": "FJD", "bds": "BBD",
}

// money are the nouns of amounts, with the code each has when no country is
// named.
var money = map[string]string{
	"dollar": "USD", "dollars": "USD", "dlrs": "USD", "dlr": "USD", "buck": "USD", "bucks": "USD", "euro": "EUR", "euros": "EUR",
	"yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "yen": "JPY", "rupee": "INR", "rupees": "INR", "sterling": "GBP", "quid": "GBP",
	"rouble": "RUB", "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "rand": "ZAR", "peso": "MXN", "pesos": "MXN",
	"franc": "CHF", "francs": "CHF", "krona": "SEK", "kronor": "SEK", "krone": "NOK", "kroner": "NOK", "zloty": "PLN",
	"zlotys": "PLN", "lira": "TRY", "liras": "TRY", "lire": "ITL", "shekel": "ILS", "shekels": "ILS", "dirham": "AED",
	"dirhams": "AED", "riyal": "SAR", "riyals": "SAR", "rial": "IRR", "rials": "IRR", "dinar": "KWD", "dinars": "KWD",
	"ringgit": "MYR", "baht": "THB", "rupiah": "IDR", "dong": "VND", "naira": "NGN", "shilling": "KES", "shillings": "KES",
	"hryvnia": "UAH", "hryvnias": "UAH", "forint": "HUF", "forints": "HUF", "koruna": "CZK", "korunas": "CZK", "crowns": "CZK",
	"leu": "RON", "lei": "RON", "lev": "BGN", "leva": "BGN", "kuna": "HRK", "kunas": "HRK", "kn": "HRK", "taka": "BDT", "tenge": "KZT",
	"birr": "ETB", "cedi": "GHS", "cedis": "GHS", "kwacha": "ZMW", "kwanza": "AOA", "lari": "GEL", "dram": "AMD", "pula": "BWP", "reais": "BRL", "reals": "BRL",
	"guilder": "NLG", "guilders": "NLG", "marks": "DEM", "deutschmarks": "DEM", "deutschemarks": "DEM", "markka": "FIM", "pesetas": "ESP", "escudos": "PTE",
	"drachmas": "GRD", "bitcoin": "BTC", "bitcoins": "BTC", "usd": "USD", "eur": "EUR", "gbp": "GBP", "won": "KRW", "pound": "GBP", "pounds": "GBP",
}

// lands turn an adjective or country before a money noun into the first letters
// of its code: Canadian + dollar = CAD.
var lands = map[string]string{
	"us": "US", "u.s.": "US", "american": "US", "canadian": "CA", "australian": "AU", "singapore": "SG", "taiwan": "TW",
	"taiwanese": "TW", "jamaican": "JM", "namibian": "NA", "fijian": "FJ", "liberian": "LR", "barbadian": "BB", "bahamian": "BS", "trinidad": "TT",
	"chinese": "CN", "japanese": "JP", "indian": "IN", "pakistani": "PK", "nepalese": "NP", "lankan": "LK", "mauritian": "MU",
	"russian": "RU", "belarusian": "BY", "african": "ZA", "mexican": "MX", "argentine": "AR", "argentinian": "AR", "chilean": "CL",
	"colombian": "CO", "philippine": "PH", "cuban": "CU", "uruguayan": "UY", "dominican": "DO", "swiss": "CH", "french": "FR", "belgian": "BE",
	"rwandan": "RW", "burundian": "BI", "guinean": "GN", "swedish": "SE", "icelandic": "IS", "norwegian": "NO", "danish": "DK", "polish": "PL",
	"turkish": "TR", "italian": "IT", "israeli": "IL", "emirati": "AE", "uae": "AE", "moroccan": "MA", "saudi": "SA", "qatari": "QA", "iranian": "IR",
	"omani": "OM", "yemeni": "YE", "kuwaiti": "KW", "iraqi": "IQ", "jordanian": "JO", "bahraini": "BH", "tunisian": "TN", "algerian": "DZ",
	"libyan": "LY", "serbian": "RS", "malaysian": "MY", "thai": "TH", "indonesian": "ID", "vietnamese": "VN", "nigerian": "NG",
	"kenyan": "KE", "tanzanian": "TZ", "ugandan": "UG", "somali": "SO", "ukrainian": "UA", "hungarian": "HU", "czech": "CZ", "romanian": "RO",
	"moldovan": "MD", "bulgarian": "BG", "croatian": "HR", "korean": "KR", "british": "GB", "egyptian": "EG", "lebanese": "LB", "sudanese": "SD", "syrian": "SY",
	"irish": "IE", "brazilian": "BR", "dutch": "NL", "german": "DE", "finnish": "FI", "bangladeshi": "BD", "kong": "HK", "zealand": "NZ", "zambian": "ZM", "malawian": "MW",
}

// initials gives the last letter of a code by its noun: dollar = D in CAD.
var initials = map[string]string{
	"dollar": "D", "peso": "P", "franc": "F", "rupee": "R", "krona": "K", "krone": "K", "kronor": "K", "kroner": "K", "pound": "P",
	"dinar": "D", "dirham": "D", "rial": "R", "riyal": "R", "lira": "Y", "shilling": "S", "rouble": "B", "ruble": "B", "rand": "R",
	"koruna": "K", "crown": "K", "leu": "N", "kwacha": "W", "yuan": "Y", "won": "W",
}

// Currency returns the unit of an ISO 4217 code, or false.
func Currency(code string) (Unit, bool) {
	name, ok := currencies[code]
	if !ok {
		return Unit{}, false
	}
	return Unit{Code: code, Name: name, Plural: pluralMoney(name), Class: Money}, true
}

func pluralMoney(name string) string {
	switch name {
	case "yuan", "yen", "won", "baht", "rand", "ringgit", "rupiah", "dong", "naira":
		return name
	}
	return name + "s"
}

// qualified returns the code of a money noun with an adjective before it.
func qualified(land, noun string) (string, bool) {
	c, ok := lands[land]
	if !ok {
		return "", false
	}
	n, ok := initials[noun]
	if !ok && len(noun) > 1 {
		n, ok = initials[noun[:len(noun)-1]]
	}
	if ok {
		if _, known := currencies[c+n]; known {
			return c + n, true
		}
	}
	code, ok := money[noun]
	return code, ok && code[:2] == c
}
