package archive

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"almanac/index/clean"
)

const sample = "../../build/sample"

func TestLoadSample(t *testing.T) {
	a, err := Load(context.Background(), []string{sample}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Articles) != 4 || len(a.Refused) != 0 || len(a.Duplicates) != 1 {
		t.Fatalf("%d articles, %d duplicates, refused %v", len(a.Articles), len(a.Duplicates), a.Refused)
	}
	d := a.Duplicates[0]
	if !strings.HasPrefix(d.Article.ID, "003_") || !strings.HasPrefix(d.Of.ID, "001_") || d.Similarity != 1 {
		t.Errorf("%s duplicates %s by %v", d.Article.ID, d.Of.ID, d.Similarity)
	}
}

// TestRefusals mixes bad files with good ones: each is named, the rest is there.
func TestRefusals(t *testing.T) {
	dir := t.TempDir()
	long := "The council said on Monday that it would spend more on roads in the coming year."
	for name, text := range map[string]string{
		"a.txt":       "Roads get more money\n\n" + long + "\n",
		"bad.txt":     "Title\n\nAn \xff byte that is not UTF-8.",
		"empty.txt":   " \n\n",
		"spam.txt":    "国产免费网站看v片,亚洲一区二区中文字幕,波多野结衣一区二区,天天色综网,久久综合给合,男人的天堂av\n",
		"chrome.txt":  "Share\nBack to top\nFollow us\n",
		"lines.jsonl": `{"id":1,"text":"A library was opened in the old market hall on Tuesday."}` + "\n{\"id\":\n\n" + `{"id":"2","title":"T"}` + "\n" + `{"id":"1","text":"Bridges were closed for the whole of the week, police said."}` + "\n",
		"notes.pdf":   "x",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	a, err := Load(context.Background(), []string{dir, filepath.Join(dir, "notes.pdf"), filepath.Join(dir, "absent")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, x := range a.Articles {
		ids = append(ids, x.ID)
	}
	if got := fmt.Sprint(ids, len(a.Skipped)); got != "[a 1 1~2] 1" {
		t.Errorf("articles and skipped files %s", got)
	}
	want := []string{"bad.txt: byte 10: is not UTF-8", "empty.txt: is empty", "lines.jsonl:2: byte 80: is no article as JSON", "lines.jsonl:4:",
		`unknown kind of file ".pdf"`, "absent: cannot be read", "chrome.txt: nothing is left", "spam.txt: holds only spam"}
	if len(a.Refused) != len(want) {
		t.Fatalf("refused %v", a.Refused)
	}
	for i, w := range want {
		if !strings.Contains(a.Refused[i].Error(), w) || !strings.Contains(a.Refused[i].Error(), "(") {
			t.Errorf("refusal %q does not say %q", a.Refused[i], w)
		}
	}
	if !errors.Is(a.Refused[7], clean.ErrOnlySpam) {
		t.Errorf("%v is not ErrOnlySpam", a.Refused[7])
	}
}

func TestLoadNothing(t *testing.T) {
	if _, err := Load(context.Background(), []string{t.TempDir()}, nil); !errors.Is(err, ErrEmpty) {
		t.Errorf("an empty folder gives %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Load(ctx, []string{sample}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled load gives %v", err)
	}
}

// TestSameOnAnyMachine loads with one processor and with many.
func TestSameOnAnyMachine(t *testing.T) {
	load := func(processors int) *Archive {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
		a, err := Load(context.Background(), []string{sample}, func(string, int, int) {})
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	if one, many := load(1), load(8); !reflect.DeepEqual(one, many) {
		t.Error("the number of processors changed the result")
	}
}
