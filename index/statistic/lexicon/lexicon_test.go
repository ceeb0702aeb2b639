package lexicon

import "testing"

func TestNumberOfNouns(t *testing.T) {
	for plural, singular := range map[string]string{"cases": "case", "people": "person", "women": "woman", "companies": "company", "churches": "church",
		"boxes": "box", "losses": "loss", "buses": "bus", "movies": "movie", "lives": "life", "criteria": "criterion", "suspects": "suspect"} {
		if got := Singular(plural); got != singular {
			t.Errorf("Singular(%s) = %s", plural, got)
		}
		if got := Plural(singular); got != plural {
			t.Errorf("Plural(%s) = %s", singular, got)
		}
		if !IsPlural(plural) {
			t.Errorf("%s is no plural", plural)
		}
	}
	for _, w := range []string{"gas", "loss", "status", "crisis", "his", "virus", "grass"} {
		if w != "gas" && IsPlural(w) {
			t.Errorf("%s is a plural", w)
		}
	}
}

func TestForms(t *testing.T) {
	for _, w := range []string{"arrested", "sold", "prosecuted", "won"} {
		if !IsParticiple(w) {
			t.Errorf("%s is no participle", w)
		}
	}
	for _, w := range []string{"hundred", "need", "red", "people"} {
		if IsParticiple(w) {
			t.Errorf("%s is a participle", w)
		}
	}
	if IsGerund("during") || !IsGerund("arresting") || IsAdverb("family") || !IsAdverb("sharply") {
		t.Error("gerunds or adverbs are wrong")
	}
}

// TestStem checks that the forms that wordings of one measure differ by fall
// together.
func TestStem(t *testing.T) {
	for _, group := range [][]string{{"case", "cases"}, {"arrested", "arrest", "arresting"}, {"charge", "charged", "charges"}, {"seize", "seized", "seizing"}, {"stopped", "stop"}} {
		for _, w := range group[1:] {
			if Stem(w) != Stem(group[0]) {
				t.Errorf("%s: %s, %s: %s", group[0], Stem(group[0]), w, Stem(w))
			}
		}
	}
}
