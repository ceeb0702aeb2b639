package lexicon

// comparatives are common superlatives and the adjectives they belong to.
var comparatives = map[string]string{
	"best": "good", "better": "good", "worst": "bad", "worse": "bad", "biggest": "big", "largest": "large", "greatest": "great",
	"oldest": "old", "youngest": "young", "newest": "new", "latest": "late", "proudest": "proud", "hottest": "hot", "highest": "high",
	"lowest": "low", "longest": "long", "shortest": "short", "smallest": "small", "fastest": "fast", "richest": "rich", "poorest": "poor",
	"earliest": "early", "busiest": "busy", "safest": "safe", "strongest": "strong", "finest": "fine", "wealthiest": "wealthy", "easiest": "easy",
}

// Positive returns the positive of a common superlative (best: good), or the
// word itself.
func Positive(w string) string {
	if p, ok := comparatives[w]; ok {
		return p
	}
	return w
}
