package identity

import "testing"

// TestOf pins names: links and exports hold them.
func TestOf(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range []struct {
		article                     string
		paragraph, sentence, offset int
	}{{"a", 1, 1, 11}, {"a", 1, 11, 1}, {"a", 11, 1, 1}, {"a1", 1, 1, 1}, {"a", 1, 1, 1}, {"", 0, 0, 0}} {
		id := Of(c.article, c.paragraph, c.sentence, c.offset)
		if id == "" || len(id) > 13 || seen[id] || id != Of(c.article, c.paragraph, c.sentence, c.offset) {
			t.Errorf("%+v: %q", c, id)
		}
		seen[id] = true
	}
	if got := Of("000_bcd9337901d05f32", 3, 1, 63); got != "1jmrjlpw3t2l8" {
		t.Errorf("the name of a statistic became %s", got)
	}
}
