package clean

import "strings"

// spamWords are keywords of the link farms that break into pages: adult and
// gambling terms. They only add certainty to what a line's script and shape say.
var spamWords = []string{
	"无码", "無碼", "蜘蛛池", "中文字幕", "一区二区", "人妻", "波多野", "国产精品", "日韩精品", "免费观看", "成人网", "午夜福利", "内射",
	"高清视频", "在线观看", "百家乐", "博彩", "彩票", "赌场", "色噜噜", "казино", "порно", "슬롯", "카지노", "토토",
}

// spamLine reports whether l is injected spam in an article whose script is
// main: a run of keywords in another script, at the page's edge or plainly a list.
func spamLine(l *line, main script, edge bool) bool {
	sh := &l.shape
	own := sh.main()
	foreign := sh.letters[own]
	if own == han {
		foreign = sh.wide()
	}
	if foreign < 8 || foreign*10 < sh.total()*6 {
		return false
	}
	hits := spamHits(l.text)
	if own == main {
		return hits >= 3 && keywordList(l)
	}
	return hits >= 2 || keywordList(l) || edge && foreign >= 20
}

// keywordList reports whether a line is terms strung together by separators,
// with no sentence in it.
func keywordList(l *line) bool {
	marks := 0
	for _, r := range l.text {
		switch r {
		case ',', '，', '、', '|', '｜', ';', '；':
			marks++
		case '。', '！', '？':
			return false
		}
	}
	return marks >= 4 && !l.shape.terminal && marks*25 >= l.shape.total()
}

func spamHits(s string) int {
	n := 0
	for _, w := range spamWords {
		if strings.Contains(s, w) {
			n++
		}
	}
	return n
}
