package unit

// plainPeople are nouns for human beings that say no more than "people". Nouns
// with a role (suspects, victims) become people too and keep the role; nouns for
// an occupation (officers, students) stay what they are and share the class.
var plainPeople = map[string]string{
	"people": "", "person": "", "persons": "", "individual": "", "individuals": "",
	"suspect": "suspects", "suspects": "suspects", "victim": "victims", "victims": "victims", "man": "men", "men": "men", "woman": "women",
	"women": "women", "girl": "girls", "girls": "girls", "boy": "boys", "boys": "boys", "child": "children", "children": "children",
	"resident": "residents", "residents": "residents", "defendant": "defendants", "defendants": "defendants", "offender": "offenders",
	"offenders": "offenders", "criminal": "criminals", "criminals": "criminals",
}

// Person returns the role of a lower-case noun that says no more than "people",
// "" if it says nothing else; ok is false for other nouns.
func Person(noun string) (role string, ok bool) {
	role, ok = plainPeople[noun]
	return role, ok
}

// Counted returns the unit that a lower-case noun is normalised to, "people" or
// "cases"; ok is false if the noun is its own unit.
func Counted(noun string) (name string, ok bool) {
	switch noun {
	case "case", "cases", "lawsuit", "lawsuits":
		return "cases", true
	}
	_, ok = plainPeople[noun]
	return "people", ok
}
