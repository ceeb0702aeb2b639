package engine

import "almanac/index/analyze"

// maxWords bounds the words of one query; what follows them is not read.
const maxWords = 200

// Request is what a reader asks for.
type Request struct {
	Text string
	// Limit is the number of articles wanted; 0 means 10.
	Limit int
	// Typing says that the last word may be unfinished. A space after it
	// finishes it.
	Typing bool
}

// query is a parsed Request.
type query struct {
	words   []word
	phrases []phrase
}

// word is one distinct content word of the query.
type word struct {
	text    string // as typed
	surface string
	prefix  bool // still being typed
	times   int  // how often the query says it
	terms   []variant
	match   Match
}

// phrase is a quoted run of words: the indexes of its content words and their
// places in the run. Stop words leave gaps.
type phrase struct {
	words  []int
	places []int
}

// parse never fails: whatever is typed is a query.
func parse(r Request) query {
	var q query
	seen := map[string]int{}
	open, tokens := -1, 0 // open: where the current phrase's positions begin
	at := 0
	var run phrase
	closePhrase := func() {
		if len(run.words) > 0 && run.places[len(run.places)-1] > run.places[0] {
			q.phrases = append(q.phrases, run)
		}
		run = phrase{}
	}
	for s := analyze.NewScanner(r.Text); s.Next() && tokens < maxWords; tokens++ {
		t := s.Token()
		for _, c := range r.Text[at:t.Start] {
			if isQuote(c) {
				if open >= 0 {
					closePhrase()
					open = -1
				} else {
					open = t.Position
				}
			}
		}
		at = t.End
		last := r.Typing && t.End == len(r.Text)
		if t.Stop && !last {
			continue
		}
		i, ok := seen[t.Surface]
		if !ok {
			i = len(q.words)
			seen[t.Surface] = i
			q.words = append(q.words, word{text: r.Text[t.Start:t.End], surface: t.Surface})
		}
		q.words[i].times++
		if last {
			q.words[i].prefix = true
		}
		if open >= 0 {
			run.words, run.places = append(run.words, i), append(run.places, t.Position)
		}
	}
	// A phrase still being typed counts from its second word on.
	closePhrase()
	if len(q.words)-q.quoted() > describing {
		q.phrases = nil
	}
	return q
}

// describing is the number of unquoted words from which a query is a description;
// its quotation marks are those of prose, they demand nothing.
const describing = 8

// quoted counts the words that are in phrases.
func (q *query) quoted() int {
	in := map[int]bool{}
	for _, ph := range q.phrases {
		for _, w := range ph.words {
			in[w] = true
		}
	}
	return len(in)
}

func isQuote(c rune) bool {
	return c == '"' || c == '“' || c == '”' || c == '„' || c == '«' || c == '»'
}

// isNumber tells whether a word has digits and no letters.
func isNumber(s string) bool {
	for _, c := range s {
		if c >= 0x80 || 'a' <= c && c <= 'z' {
			return false
		}
	}
	return hasDigit(s)
}

// hasDigit tells whether a typo in the word would change a number.
func hasDigit(s string) bool {
	for i := 0; i < len(s); i++ {
		if '0' <= s[i] && s[i] <= '9' {
			return true
		}
	}
	return false
}
