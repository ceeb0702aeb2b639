package number

// cardinals are the number words below a hundred.
var cardinals = map[string]int64{
	"zero": 0, "nil": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
	"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
	"fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
	"eighty": 80, "ninety": 90, "dozen": 12,
}

// scales are the words that multiply, as powers of ten.
var scales = map[string]int{
	"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "quadrillion": 15,
	"lakh": 5, "lac": 5, "lakhs": 5, "crore": 7, "crores": 7,
}

// shortScales are abbreviations of scales that may stand after digits, with or
// without a space.
var shortScales = map[string]int{
	"mn": 6, "mln": 6, "mio": 6, "bn": 9, "bln": 9, "tn": 12, "trn": 12, "trln": 12, "cr": 7,
}

// vague are plurals that name an order of size and no value: hundreds, dozens.
var vague = map[string]Decimal{
	"dozens": {12, 0, 1}, "tens": {1, 1, 1}, "scores": {2, 1, 1}, "hundreds": {1, 2, 1}, "thousands": {1, 3, 1},
	"millions": {1, 6, 1}, "billions": {1, 9, 1}, "trillions": {1, 12, 1},
}

// parts are the denominators of fraction words. The plural is made with an s.
var parts = map[string]int64{
	"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
	"seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100, "thousandth": 1000,
	"thirds": 3, "quarters": 4, "fourths": 4, "fifths": 5, "sixths": 6, "sevenths": 7, "eighths": 8,
	"ninths": 9, "tenths": 10, "twentieths": 20, "hundredths": 100, "thousandths": 1000,
}

// ordinals are the words that place a thing in an order.
var ordinals = map[string]int64{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
	"ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
	"fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
	"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
	"seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100, "thousandth": 1000,
}

// multiples are words that multiply a reference. The verb forms say a change.
var multiples = map[string]Decimal{
	"twice": {2, 0, 1}, "double": {2, 0, 1}, "thrice": {3, 0, 1}, "triple": {3, 0, 1}, "treble": {3, 0, 1}, "quadruple": {4, 0, 1},
	"doubled": {2, 0, 1}, "doubles": {2, 0, 1}, "doubling": {2, 0, 1},
	"tripled": {3, 0, 1}, "triples": {3, 0, 1}, "tripling": {3, 0, 1}, "trebled": {3, 0, 1}, "trebling": {3, 0, 1},
	"quadrupled": {4, 0, 1}, "quadrupling": {4, 0, 1}, "quintupled": {5, 0, 1},
	"halved": {5, -1, 1}, "halving": {5, -1, 1}, "twofold": {2, 0, 1}, "threefold": {3, 0, 1},
	"fourfold": {4, 0, 1}, "fivefold": {5, 0, 1}, "sixfold": {6, 0, 1}, "sevenfold": {7, 0, 1},
	"eightfold": {8, 0, 1}, "ninefold": {9, 0, 1}, "tenfold": {1, 1, 1}, "hundredfold": {1, 2, 1},
}

// vulgar are the one-rune fractions.
var vulgar = map[string]Decimal{
	"¼": {1, 0, 4}, "½": {1, 0, 2}, "¾": {3, 0, 4}, "⅓": {1, 0, 3}, "⅔": {2, 0, 3}, "⅕": {1, 0, 5},
	"⅖": {2, 0, 5}, "⅗": {3, 0, 5}, "⅘": {4, 0, 5}, "⅙": {1, 0, 6}, "⅚": {5, 0, 6}, "⅐": {1, 0, 7},
	"⅛": {1, 0, 8}, "⅜": {3, 0, 8}, "⅝": {5, 0, 8}, "⅞": {7, 0, 8}, "⅑": {1, 0, 9}, "⅒": {1, 0, 10},
}

// Cardinal returns the value of a number word below a hundred ("seven",
// "dozen"), or false.
func Cardinal(lower string) (int64, bool) {
	n, ok := cardinals[lower]
	return n, ok
}

// Ordinal returns the place that an ordinal word names ("third" is 3), or false.
func Ordinal(lower string) (int64, bool) {
	n, ok := ordinals[lower]
	return n, ok
}
