package analyze

import "strings"

// stopWords are the function words of English, after the list that the Snowball
// project publishes (https://snowballstem.org/algorithms/english/stop.txt), in
// folded form: contractions have lost their apostrophes.
const stopWords = " a about above after again against all am an and any are arent as at be because been before being below between both but by " +
	"cant cannot could couldnt did didnt do does doesnt doing dont down during each few for from further had hadnt has hasnt have havent having he hed " +
	"hell her here heres hers herself hes him himself his how hows i id ill im in into is isnt it its itself ive lets me more most mustnt my " +
	"myself no nor not of off on once only or other ought our ours ourselves out over own same shant she shed shes should shouldnt so some " +
	"such than that thats the their theirs them themselves then there theres these they theyd theyll theyre theyve this those through to too under " +
	"until up very was wasnt we were werent weve what whats when whens where wheres which while who whom whos why whys with " +
	"wont would wouldnt you youd youll your youre yours yourself yourselves youve "

var stopSet = makeStopSet()

func makeStopSet() map[string]struct{} {
	set := make(map[string]struct{}, 200)
	for start, i := 1, 1; i < len(stopWords); i++ {
		if stopWords[i] == ' ' {
			set[stopWords[start:i]] = struct{}{}
			start = i + 1
		}
	}
	return set
}

// IsStop tells whether a surface form is a stop word.
func IsStop(surface string) bool {
	if len(surface) > 10 {
		return false
	}
	_, ok := stopSet[surface]
	return ok
}

// BeginsStop tells whether a stop word begins with prefix, or is it.
func BeginsStop(prefix string) bool {
	return prefix != "" && prefix[0] != ' ' && strings.Contains(stopWords, " "+prefix)
}
