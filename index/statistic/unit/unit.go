// Package unit knows the units that follow or precede numbers in news: money by
// ISO 4217, percent and points, durations, and physical units by UCUM code. Count
// nouns are not units of a table; package quantity finds them. It imports nothing
// heavy, so that the engine can read units in queries with the same code.
package unit

// Class groups units that may be compared.
type Class uint8

// The classes of unit.
const (
	None Class = iota
	Count
	People
	Cases
	Money
	Percent
	Point // percentage points, basis points, index points
	Times
	Duration
	Age
	Length
	Area
	Volume
	Mass
	Speed
	Power
	Energy
	Temperature
	Angle
	Pressure
	Frequency
	Data
	Electric
	Force
	Concentration
	Sound
)

var classNames = [...]string{"none", "thing", "people", "cases", "money", "percent", "point", "times", "duration", "age",
	"length", "area", "volume", "mass", "speed", "power", "energy", "temperature", "angle", "pressure", "frequency",
	"data", "electric", "force", "concentration", "sound"}

// String returns the lower-case name of the class.
func (c Class) String() string {
	if int(c) < len(classNames) {
		return classNames[c]
	}
	return "none"
}

// Unit is a normalised unit.
type Unit struct {
	// Code is an ISO 4217 code for money, "%" for percent, a UCUM code for
	// durations and physical units, and "{noun}" (UCUM's annotation) for counts.
	Code string
	// Name is the English name in the singular: "metre", "US dollar", "year".
	Name string
	// Plural is the name with a number other than one: "metres", "percent".
	Plural string
	Class  Class
}

// Per returns the unit of a rate, u for every d.
func (u Unit) Per(d Unit) Unit {
	c := u.Class
	if u.Class == Length && d.Class == Duration {
		c = Speed
	}
	return Unit{Code: u.Code + "/" + d.Code, Name: u.Name + " per " + d.Name, Plural: u.Plural + " per " + d.Name, Class: c}
}

// Of returns the unit of a counted noun given in the singular and plural.
func Of(singular, plural string, class Class) Unit {
	return Unit{Code: "{" + plural + "}", Name: singular, Plural: plural, Class: class}
}

// The units that grammar rules name.
var (
	PercentUnit     = Unit{"%", "percent", "percent", Percent}
	PercentagePoint = Unit{"{percentage point}", "percentage point", "percentage points", Point}
	BasisPoint      = Unit{"{basis point}", "basis point", "basis points", Point}
	Multiple        = Unit{"{times}", "time", "times", Times}
	YearOfAge       = Unit{"a", "year of age", "years of age", Age}
)
