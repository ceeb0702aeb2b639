package wire

import (
	"almanac/index/pack"
	"almanac/wasm/engine"
)

// OK answers an operation that has nothing to tell.
func OK() []byte { return []byte(`{"ok":true}`) }

// Opened answers OpOpen.
func Opened(root *pack.Root) []byte {
	var j JSON
	j.Open('{')
	j.Key("ok")
	j.Bool(true)
	j.Key("articles")
	j.Int(root.Articles)
	j.Key("passages")
	j.Int(root.Passages)
	j.Key("languages")
	j.Open('[')
	for _, l := range root.Languages {
		j.String(l)
	}
	j.Close(']')
	j.Close('}')
	return j.Bytes()
}

// Error answers any operation that failed.
func Error(code, message string) []byte {
	var j JSON
	j.Open('{')
	j.Key("error")
	j.Open('{')
	j.Key("code")
	j.String(code)
	j.Key("message")
	j.String(message)
	j.Close('}')
	j.Close('}')
	return j.Bytes()
}

// Need answers a step that lacks chunks.
func Need(root *pack.Root, chunks []int) []byte {
	var j JSON
	j.Open('{')
	j.Key("need")
	j.Open('[')
	for _, n := range chunks {
		at := root.Place(n)
		j.Open('{')
		j.Key("chunk")
		j.Int(n)
		j.Key("file")
		j.String(at.File)
		j.Key("offset")
		j.Int(at.Offset)
		j.Key("length")
		j.Int(at.Length)
		j.Key("size")
		j.Int(at.FileBytes)
		j.Close('}')
	}
	j.Close(']')
	j.Close('}')
	return j.Bytes()
}

// Result answers a step that is done.
func Result(r *engine.Result) []byte {
	var j JSON
	j.Open('{')
	j.Key("result")
	AppendResult(&j, r)
	j.Close('}')
	return j.Bytes()
}

// AppendResult writes a result as the client's search() returns it.
func AppendResult(j *JSON, r *engine.Result) {
	j.Open('{')
	j.Key("articles")
	j.Open('[')
	for i := range r.Articles {
		appendArticle(j, &r.Articles[i])
	}
	j.Close(']')
	appendStatistics(j, r)
	j.Key("total")
	j.Int(r.Total)
	j.Key("terms")
	j.Open('[')
	for i := range r.Terms {
		appendTerm(j, &r.Terms[i])
	}
	j.Close(']')
	j.Key("partial")
	j.Bool(r.Partial)
	j.Close('}')
}

func appendArticle(j *JSON, a *engine.Article) {
	j.Open('{')
	for _, f := range [...]struct{ key, value string }{
		{"id", a.ID}, {"title", a.Title}, {"subtitle", a.Subtitle}, {"url", a.URL}, {"published", a.Published},
		{"section", a.Section}, {"source", a.Source}, {"author", a.Author}, {"language", a.Language},
	} {
		j.Key(f.key)
		j.String(f.value)
	}
	j.Key("score")
	j.Float(a.Score)
	j.Key("match")
	j.String(a.Match.String())
	j.Key("titleHighlights")
	appendRanges(j, a.TitleHighlights)
	j.Key("passages")
	j.Open('[')
	for i := range a.Passages {
		appendPassage(j, &a.Passages[i])
	}
	j.Close(']')
	j.Close('}')
}

func appendPassage(j *JSON, p *engine.Passage) {
	j.Open('{')
	j.Key("text")
	j.String(p.Text)
	j.Key("highlights")
	appendRanges(j, p.Highlights)
	j.Key("heading")
	j.String(p.Heading)
	j.Key("paragraph")
	j.Int(p.Paragraph)
	j.Key("score")
	j.Float(p.Score)
	j.Close('}')
}

func appendRanges(j *JSON, ranges []engine.Range) {
	j.Open('[')
	for _, r := range ranges {
		j.Open('[')
		j.Int(r.Start)
		j.Int(r.End)
		j.Close(']')
	}
	j.Close(']')
}

func appendTerm(j *JSON, t *engine.Term) {
	j.Open('{')
	j.Key("text")
	j.String(t.Text)
	j.Key("match")
	j.String(t.Match.String())
	j.Key("as")
	j.Open('[')
	for _, s := range t.As {
		j.String(s)
	}
	j.Close(']')
	j.Close('}')
}
