package wire

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"flag"
	"os"
	"testing"

	"almanac/index/pack"
	"almanac/wasm/engine"
)

var update = flag.Bool("update", false, "write testdata/messages.json anew")

// messages is the form of testdata/messages.json, from which web/src/wire checks
// that it encodes the same requests and knows the same answers.
type messages struct {
	Requests []message `json:"requests"`
	Answers  []answer  `json:"answers"`
}

// message is a request: its fields as web/src/wire names them, and its bytes in
// hexadecimal. Payloads are in hexadecimal too. What is left out is 0, false or empty.
type message struct {
	Op      string `json:"op"`
	Query   uint64 `json:"query,omitempty"`
	Limit   int    `json:"limit,omitempty"`
	Typing  bool   `json:"typing,omitempty"`
	Text    string `json:"text,omitempty"`
	Chunk   int    `json:"chunk,omitempty"`
	Payload string `json:"payload,omitempty"`
	Bytes   string `json:"bytes"`
}

type answer struct {
	Name string          `json:"name"`
	JSON json.RawMessage `json:"json"`
}

func requests() []Request {
	return []Request{
		{Op: OpOpen, Rest: []byte("ALMP\x01\x01")},
		{Op: OpSearch, Query: 1, Limit: 10, Rest: []byte("cranes")},
		{Op: OpSearch, Query: 300, Limit: 128, Flags: FlagTyping, Rest: []byte("“Müller’s” 双语 🚢")},
		{Op: OpSearch, Query: maxNumber, Limit: 0, Rest: []byte{}},
		{Op: OpSupply, Chunk: 0, Rest: []byte{'L', 0}},
		{Op: OpSupply, Chunk: 16384, Rest: []byte{}},
		{Op: OpStep, Query: 127},
		{Op: OpDrop, Query: 128},
	}
}

var opNames = map[Op]string{OpOpen: "open", OpSearch: "search", OpSupply: "supply", OpStep: "step", OpDrop: "drop"}

func describe(r Request) message {
	m := message{Op: opNames[r.Op], Query: r.Query, Limit: r.Limit, Typing: r.Flags&FlagTyping != 0, Chunk: r.Chunk, Bytes: hex.EncodeToString(Encode(r))}
	if r.Op == OpSearch {
		m.Text = string(r.Rest)
	} else {
		m.Payload = hex.EncodeToString(r.Rest)
	}
	return m
}

func sampleRoot() *pack.Root {
	r := &pack.Root{Version: pack.Version, MinReader: pack.MinReader, Analysis: "test", Articles: 5, Passages: 70, Languages: []string{"en", "zh-Hans"},
		Files:    []pack.File{{Hash: [pack.HashBytes]byte{1}, Chunks: 2}, {Hash: [pack.HashBytes]byte{2}, Chunks: 1}},
		Sections: []pack.Section{{Kind: pack.KindLexicon, Keys: []pack.Key{{Word: "a"}, {Word: "b"}, {Word: "c"}}}},
		Lengths:  []int{1000, 234, 50000}}
	decoded, err := pack.DecodeRoot(r.Encode(), "test")
	if err != nil {
		panic(err)
	}
	return decoded
}

func sampleResult() *engine.Result {
	return &engine.Result{
		Total: 12,
		Terms: []engine.Term{{Text: "cybercrme", Match: engine.Typo, As: []string{"cybercrime"}}, {Text: "2018", Match: engine.Missing}},
		Articles: []engine.Article{{
			Meta: pack.Meta{ID: "a-1", Title: "“Quotes” \\ and\nlines", Subtitle: "s", Author: "Zoë", Source: "Daily", Published: "2024-02-24T07:17:00",
				Section: "law", URL: "https://example.org/?a=1&b=<2>", Language: "en", Headings: []string{"not sent"}},
			Score: 1.25, Match: engine.Typo, TitleHighlights: []engine.Range{{Start: 1, End: 7}},
			Passages: []engine.Passage{
				{Text: "🚢 Cybercrime.", Heading: "Why", Paragraph: 3, Highlights: []engine.Range{{Start: 3, End: 13}, {Start: 13, End: 14}}, Score: 0.5},
				{Text: ""},
			},
		}, {}},
	}
}

func answers() []answer {
	return []answer{
		{"ok", OK()}, {"opened", Opened(sampleRoot())}, {"need", Need(sampleRoot(), []int{0, 1, 2})},
		{"result", Result(sampleResult())}, {"statistics", Result(sampleStatistics())}, {"nothing", Result(&engine.Result{})}, {"partial", Result(&engine.Result{Partial: true})},
		{"error", Error("damaged", "pack: root, byte 3: a \"quoted\" problem")},
	}
}

// TestMessages holds both halves of the protocol in one file.
func TestMessages(t *testing.T) {
	var m messages
	for _, r := range requests() {
		m.Requests = append(m.Requests, describe(r))
	}
	m.Answers = answers()
	var got bytes.Buffer
	e := json.NewEncoder(&got)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(m); err != nil {
		t.Fatal(err)
	}
	const file = "testdata/messages.json"
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || !bytes.Equal(got.Bytes(), want) {
		t.Errorf("messages differ from %s (%v). A change here is a change in web/src/wire; then run go test ./wasm/wire -update. Now:\n%s", file, err, got.Bytes())
	}
}

// TestResultShape reads a result back by field names.
func TestResultShape(t *testing.T) {
	var got struct {
		Result struct {
			Articles []struct {
				ID, Title, Subtitle, URL, Published, Section, Source, Author, Language, Match string
				Score                                                                         float64
				TitleHighlights                                                               [][2]int
				Passages                                                                      []struct {
					Text, Heading string
					Paragraph     int
					Score         float64
					Highlights    [][2]int
				}
			}
			Statistics []statisticShape
			Series     []seriesShape
			Facets     struct {
				Unit, Year, Kind, Source []struct {
					Value string
					Count int
				}
				Histogram []struct {
					From, To float64
					Count    int
				}
			}
			Understood []struct {
				Kind, Text, Label string
				Start, End        int
			}
			Nearest *struct {
				Reason string
				Years  []int
			}
			Total int
			Terms []struct {
				Text, Match string
				As          []string
			}
			Partial bool
		}
	}
	d := json.NewDecoder(bytes.NewReader(Result(sampleResult())))
	d.DisallowUnknownFields()
	if err := d.Decode(&got); err != nil {
		t.Fatal(err)
	}
	a, want := got.Result.Articles[0], sampleResult().Articles[0]
	if a.ID != want.ID || a.Title != want.Title || a.Subtitle != want.Subtitle || a.URL != want.URL || a.Published != want.Published || a.Section != want.Section ||
		a.Source != want.Source || a.Author != want.Author || a.Language != want.Language || a.Match != "typo" || a.Score != want.Score {
		t.Errorf("%+v", a)
	}
	if p := a.Passages[0]; p.Text != want.Passages[0].Text || p.Heading != "Why" || p.Paragraph != 3 || p.Highlights[1] != [2]int{13, 14} || a.TitleHighlights[0] != [2]int{1, 7} {
		t.Errorf("%+v", p)
	}
	// Lists are lists even where they are empty.
	if r := got.Result; r.Statistics == nil || r.Terms[1].As == nil || r.Articles[1].Passages == nil || a.Passages[1].Highlights == nil || r.Total != 12 || r.Terms[0].As[0] != "cybercrime" {
		t.Errorf("%+v", r)
	}
}
