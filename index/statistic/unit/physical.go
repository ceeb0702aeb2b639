package unit

// row is one base unit: UCUM code, names, and symbols as printed. metric units
// take the SI prefixes of the field prefixes.
type row struct {
	code     string
	name     string
	plural   string
	class    Class
	words    string // further spellings, lower case, separated by spaces
	symbols  string // case-sensitive, separated by spaces
	prefixes string // SI prefix symbols
}

var rows = []row{
	// durations
	{"ms", "millisecond", "milliseconds", Duration, "", "ms", ""},
	{"s", "second", "seconds", Duration, "sec secs", "s", ""},
	{"min", "minute", "minutes", Duration, "min mins", "", ""},
	{"h", "hour", "hours", Duration, "hr hrs", "h", ""},
	{"d", "day", "days", Duration, "", "", ""},
	{"d", "night", "nights", Duration, "", "", ""},
	{"wk", "week", "weeks", Duration, "wk wks", "", ""},
	{"{fortnight}", "fortnight", "fortnights", Duration, "", "", ""},
	{"mo", "month", "months", Duration, "mo mos", "", ""},
	{"{quarter}", "quarter", "quarters", Duration, "", "", ""},
	{"a", "year", "years", Duration, "yr yrs", "", ""},
	{"10.a", "decade", "decades", Duration, "", "", ""},
	{"100.a", "century", "centuries", Duration, "", "", ""},
	// lengths
	{"m", "metre", "metres", Length, "meter meters", "m", "kcmunh"},
	{"[in_i]", "inch", "inches", Length, "", "in \" ″ ”", ""},
	{"[ft_i]", "foot", "feet", Length, "ft", "ft ' ′", ""},
	{"[yd_i]", "yard", "yards", Length, "yd yds", "", ""},
	{"[mi_i]", "mile", "miles", Length, "mi", "mi", ""},
	{"[nmi_i]", "nautical mile", "nautical miles", Length, "", "nmi", ""},
	{"[ly]", "light-year", "light-years", Length, "lightyear lightyears", "", ""},
	// areas and volumes that are not powers of a length
	{"har", "hectare", "hectares", Area, "", "ha", ""},
	{"[acr_us]", "acre", "acres", Area, "", "", ""},
	{"L", "litre", "litres", Volume, "liter liters", "l L", "mck"},
	{"[gal_us]", "gallon", "gallons", Volume, "", "gal", ""},
	{"[pt_us]", "pint", "pints", Volume, "", "", ""},
	{"[foz_us]", "fluid ounce", "fluid ounces", Volume, "", "", ""},
	{"[bbl_us]", "barrel", "barrels", Volume, "bbl", "bpd", ""},
	{"[cup_us]", "cup", "cups", Volume, "", "", ""},
	{"[tbs_us]", "tablespoon", "tablespoons", Volume, "tbsp", "", ""},
	{"[tsp_us]", "teaspoon", "teaspoons", Volume, "tsp", "", ""},
	{"[bu_us]", "bushel", "bushels", Volume, "", "", ""},
	// masses
	{"g", "gram", "grams", Mass, "gramme grammes", "g", "kmun"},
	{"kg", "kilogram", "kilograms", Mass, "kilo kilos kgs", "", ""},
	{"t", "tonne", "tonnes", Mass, "", "t", ""},
	{"[ston_av]", "ton", "tons", Mass, "", "", ""},
	{"[lb_av]", "pound", "pounds", Mass, "lb lbs", "lb lbs", ""},
	{"[oz_av]", "ounce", "ounces", Mass, "oz", "oz", ""},
	{"[stone_av]", "stone", "stone", Mass, "", "st", ""},
	{"[dr_av]", "dram", "drams", Mass, "", "", ""},
	{"[car_m]", "carat", "carats", Mass, "", "", ""},
	// speeds
	{"[mi_i]/h", "mile per hour", "miles per hour", Speed, "mph m.p.h. mp.h", "mph", ""},
	{"km/h", "kilometre per hour", "kilometres per hour", Speed, "kph kmh kmph km/h", "kmh kph", ""},
	{"[kn_i]", "knot", "knots", Speed, "", "kt kts", ""},
	{"[mi_i]/[gal_us]", "mile per gallon", "miles per gallon", Length, "mpg", "", ""},
	{"/min", "revolution per minute", "revolutions per minute", Frequency, "rpm", "rpm", ""},
	// power and energy
	{"W", "watt", "watts", Power, "", "W", "kMGTm"},
	{"[HP]", "horsepower", "horsepower", Power, "hp", "hp HP", ""},
	{"[bHP]", "brake horsepower", "brake horsepower", Power, "bhp", "bhp", ""},
	{"J", "joule", "joules", Energy, "", "J", "kMG"},
	{"W.h", "watt hour", "watt hours", Energy, "watt-hour watt-hours", "Wh", "kMGT"},
	{"cal", "calorie", "calories", Energy, "", "cal", "k"},
	{"eV", "electronvolt", "electronvolts", Energy, "", "eV", "kMG"},
	{"[Btu]", "British thermal unit", "British thermal units", Energy, "btu", "", ""},
	{"m[Btu]", "mega British thermal unit", "mega British thermal units", Energy, "mmbtu", "", ""},
	// temperature and angle
	{"Cel", "degree Celsius", "degrees Celsius", Temperature, "celsius centigrade", "°C ℃ C", ""},
	{"[degF]", "degree Fahrenheit", "degrees Fahrenheit", Temperature, "fahrenheit", "°F ℉ F", ""},
	{"K", "kelvin", "kelvins", Temperature, "", "", ""},
	{"deg", "degree", "degrees", Angle, "deg", "°", ""},
	// pressure, force, torque
	{"Pa", "pascal", "pascals", Pressure, "", "Pa", "hkMG"},
	{"bar", "bar", "bar", Pressure, "", "", ""},
	{"mbar", "millibar", "millibars", Pressure, "", "mb mbar", ""},
	{"[psi]", "pound per square inch", "pounds per square inch", Pressure, "psi", "psi", ""},
	{"k[psi]", "kilopound per square inch", "kilopounds per square inch", Pressure, "ksi", "ksi", ""},
	{"mm[Hg]", "millimetre of mercury", "millimetres of mercury", Pressure, "mmhg", "", ""},
	{"N", "newton", "newtons", Force, "", "N", "k"},
	{"N.m", "newton metre", "newton metres", Force, "nm", "Nm", ""},
	{"[lbf_av].[ft_i]", "pound-foot", "pound-feet", Force, "pound-feet lb-ft", "", ""},
	// frequency, data
	{"Hz", "hertz", "hertz", Frequency, "hz", "Hz HZ hz", "kMGT"},
	{"By", "byte", "bytes", Data, "", "", "kMGTP"},
	{"bit", "bit", "bits", Data, "", "", "kMG"},
	{"kBy", "kilobyte", "kilobytes", Data, "kb", "KB kB", ""},
	{"MBy", "megabyte", "megabytes", Data, "mb", "MB", ""},
	{"GBy", "gigabyte", "gigabytes", Data, "gb gigs gig", "GB", ""},
	{"TBy", "terabyte", "terabytes", Data, "tb", "TB", ""},
	{"Mbit/s", "megabit per second", "megabits per second", Data, "mbps mbit/s", "Mbps Mb/s", ""},
	{"Gbit/s", "gigabit per second", "gigabits per second", Data, "gbps", "Gbps", ""},
	{"[px]", "pixel", "pixels", Count, "px", "px", ""},
	{"M[px]", "megapixel", "megapixels", Count, "mp", "MP", ""},
	// electricity, sound, concentration
	{"V", "volt", "volts", Electric, "", "V", "kmM"},
	{"A", "ampere", "amperes", Electric, "amp amps", "A", "mk"},
	{"mA.h", "milliampere-hour", "milliampere-hours", Electric, "mah", "mAh", ""},
	{"F", "farad", "farads", Electric, "", "", "umn"},
	{"Ohm", "ohm", "ohms", Electric, "", "Ω", "kM"},
	{"dB", "decibel", "decibels", Sound, "db", "dB", ""},
	{"[ppm]", "part per million", "parts per million", Concentration, "ppm", "ppm", ""},
	{"[ppb]", "part per billion", "parts per billion", Concentration, "ppb", "ppb", ""},
}

var prefixes = map[byte]struct{ name, code string }{
	'k': {"kilo", "k"}, 'M': {"mega", "M"}, 'G': {"giga", "G"}, 'T': {"tera", "T"}, 'P': {"peta", "P"},
	'm': {"milli", "m"}, 'u': {"micro", "u"}, 'n': {"nano", "n"}, 'c': {"centi", "c"}, 'h': {"hecto", "h"},
}

// byWord holds names and spellings in lower case, bySymbol printed symbols.
var byWord, bySymbol = tables()

func tables() (words, symbols map[string]Unit) {
	words, symbols = make(map[string]Unit, 400), make(map[string]Unit, 200)
	for _, r := range rows {
		u := Unit{r.code, r.name, r.plural, r.class}
		add(words, symbols, u, r, "", "")
		for i := 0; i < len(r.prefixes); i++ {
			p := prefixes[r.prefixes[i]]
			v := Unit{p.code + r.code, p.name + r.name, p.name + r.plural, r.class}
			add(words, symbols, v, r, p.name, p.code)
			if p.code == "u" {
				add(words, symbols, v, r, p.name, "µ")
				add(words, symbols, v, r, p.name, "μ")
			}
		}
	}
	return words, symbols
}

func add(words, symbols map[string]Unit, u Unit, r row, name, code string) {
	put(words, name+r.name, u)
	put(words, name+r.plural, u)
	for _, w := range split(r.words) {
		if name == "" || len(w) > 3 {
			put(words, name+w, u)
		}
	}
	for _, s := range split(r.symbols) {
		put(symbols, code+s, u)
	}
}

func put(m map[string]Unit, key string, u Unit) {
	if _, taken := m[key]; !taken {
		m[key] = u
	}
}

func split(s string) []string {
	var out []string
	start := 0
	for i := 0; i <= len(s); i++ {
		if i == len(s) || s[i] == ' ' {
			if i > start {
				out = append(out, s[start:i])
			}
			start = i + 1
		}
	}
	return out
}
