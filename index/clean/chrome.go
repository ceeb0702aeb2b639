package clean

import (
	"strings"
	"unicode"
)

// The reasons given for removed blocks.
const (
	reasonMarkup     = "injected markup"
	reasonSpam       = "spam in another script"
	reasonEditionBar = "edition or language bar"
	reasonLanguage   = "language switch"
	reasonBreadcrumb = "breadcrumb (metadata)"
	reasonByline     = "byline (metadata)"
	reasonDate       = "date line (metadata)"
	reasonShare      = "share line"
	reasonCopyright  = "copyright footer"
	reasonLicence    = "licence or registration footer"
	reasonRelated    = "related-links header"
	reasonHeadline   = "headline of another article"
	reasonChrome     = "page chrome"
	reasonNavigation = "navigation remnant"
	reasonRepeated   = "repeated on many pages"
	reasonTitle      = "title repeated"
	reasonCredit     = "credit line (metadata)"
	reasonPhoto      = "photo credit"
	reasonContact    = "contact line"
	reasonFooter     = "after the page's footer"
)

func setOf(words string) map[string]bool { return setOfLines(strings.Fields(words)) }

func setOfLines(lines []string) map[string]bool {
	m := make(map[string]bool, len(lines))
	for _, l := range lines {
		m[strings.TrimSpace(l)] = true
	}
	return m
}

func phrases(s string) map[string]bool { return setOfLines(strings.Split(strings.TrimSpace(s), "\n")) }

// longestPhrase bounds the lines compared with the tables below, in bytes.
const longestPhrase = 90

// key is a line as the tables spell it: lower case, without marks at either end.
func key(s string) string {
	return strings.ToLower(strings.TrimFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}))
}

// chromeLine judges a line by itself, wherever it stands. edge says that it
// stands outside the running text, where shorter and vaguer words are chrome.
func chromeLine(l *line, edge bool) (reason string) {
	if len(l.text) <= longestPhrase {
		k := key(l.text)
		switch {
		case k == "":
			if edge {
				return reasonChrome
			}
			return ""
		case isShare(k):
			return reasonShare
		case relatedHeaders[k]:
			return reasonRelated
		case chromeAnywhere[k], readingTime(k):
			return reasonChrome
		case edge && languageNames[k]:
			return reasonLanguage
		case edge && (chromeAtEdge[k] || formField(l.text)):
			return reasonChrome
		case isLicence(l, k):
			return reasonLicence
		case edge && editionBar(l):
			return reasonEditionBar
		case isContact(l, k):
			return reasonContact
		}
	}
	if isCopyright(l) {
		return reasonCopyright
	}
	if l.shape.words <= 40 && banner(l.text, edge) {
		return reasonChrome
	}
	return ""
}

var shareWords = setOf(`share this article story page post on via to with facebook twitter x wechat weibo linkedin
whatsapp telegram reddit pinterest tumblr line email e-mail mail print copy link tweet save bookmark comment comments
messenger instagram threads bluesky mastodon youtube tiktok more teilen partager compartir drucken imprimer 分享 微信 微博`)

// isShare reports whether k is made of the words of a sharing bar alone.
func isShare(k string) bool {
	words := strings.FieldsFunc(k, func(r rune) bool { return strings.ContainsRune(" -|/,·•:+()", r) })
	if len(words) == 0 || len(words) > 14 {
		return false
	}
	strong := false
	for _, w := range words {
		if !shareWords[w] {
			return false
		}
		strong = strong || !weakShareWords[w]
	}
	return strong
}

// weakShareWords do not make a sharing bar by themselves.
var weakShareWords = setOf("this article story page post on via to with x line more save comment comments mail link")

// readingTime recognizes "4 min read" and its kin.
func readingTime(k string) bool {
	words := strings.Fields(k)
	if len(words) < 2 || len(words) > 5 || !strings.ContainsAny(words[0], "0123456789") && words[0] != "reading" {
		return false
	}
	rest := strings.Join(words[1:], " ")
	return rest == "min read" || rest == "minute read" || rest == "minutes read" || rest == "mins read" || strings.HasPrefix(rest, "time ")
}

// formField recognizes the label of a form ("Name*", "Are You a Human? 2 + 1 =").
func formField(s string) bool {
	return strings.HasSuffix(s, "*") && strings.Count(s, " ") <= 2 || strings.HasSuffix(s, "=")
}

// isLicence recognizes a licence or registration number: a word for it and a
// long number, and hardly anything else.
func isLicence(l *line, k string) bool {
	if l.shape.words > 10 || l.shape.digits < 4 || l.shape.terminal {
		return false
	}
	for _, w := range [...]string{"license", "licence", "registration number", "registration no", "permit no", "icp", "备案", "公网安备", "许可证", "issn"} {
		if strings.Contains(k, w) {
			return true
		}
	}
	return false
}

// isContact recognizes "Contact the writer at name@example.com" and a mail
// address on a line of its own.
func isContact(l *line, k string) bool {
	at := strings.IndexByte(k, '@')
	if l.shape.words <= 14 && (strings.HasPrefix(k, "contact the writer") || strings.HasPrefix(k, "contact the reporter") ||
		strings.HasPrefix(k, "contact the author")) {
		return true
	}
	return at > 0 && l.shape.words <= 2 && strings.IndexByte(k[at:], '.') > 0
}

func isCopyright(l *line) bool {
	if l.shape.words > 120 {
		return false
	}
	s := strings.ToLower(l.text)
	head := s[:min(len(s), 40)]
	switch {
	case strings.HasPrefix(s, "©"), strings.HasPrefix(s, "(c) ") && l.shape.digits >= 4:
		return true
	case strings.HasPrefix(s, "copyright"):
		return strings.ContainsAny(head, "0123456789©") || l.shape.words <= 8 || strings.Contains(s, "reserved")
	}
	for _, w := range [...]string{"all rights reserved", "alle rechte vorbehalten", "tous droits réservés", "todos los derechos reservados",
		"tutti i diritti riservati", "版权所有", "may not be published, broadcast, rewritten", "without written authorization"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// banner recognizes the notices that pages put around an article.
func banner(s string, edge bool) bool {
	s = strings.ToLower(s)
	if strings.Contains(s, "cookies") && (strings.Contains(s, "we use") || strings.Contains(s, "this site uses") || strings.Contains(s, "this website uses")) {
		return true
	}
	if !edge {
		return false
	}
	for _, p := range [...]string{"sign up for", "sign up to", "subscribe to", "subscribe now", "click here", "download the app", "download our app",
		"follow us on", "like us on", "join our", "get the latest", "already a subscriber", "enable javascript", "please enable javascript", "tagged with"} {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// editionBar recognizes a bar of editions and languages: at least two names of
// languages or editions and no room for a sentence.
func editionBar(l *line) bool {
	if l.shape.terminal || l.shape.words > 12 {
		return false
	}
	s := strings.ToLower(l.text)
	n := 0
	for _, name := range editionNames {
		if strings.Contains(s, name) {
			n++
		}
	}
	return n >= 2
}
