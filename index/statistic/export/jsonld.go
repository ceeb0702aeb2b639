package export

import (
	"encoding/json"
	"io"
	"strconv"

	"almanac/index/article"
	"almanac/index/statistic"
	"almanac/index/statistic/period"
	"almanac/index/statistic/unit"
)

// node is a JSON-LD node. encoding/json writes its keys in order.
type node map[string]any

// JSONLD writes the entries as one JSON-LD document in the vocabulary of
// schema.org: an Observation for each statistic, a StatisticalVariable for each
// measure, a Claim for each sentence quoted, and the NewsArticle they stand in.
// Where schema.org has no term (strict bounds, bases, intervals) an
// additionalProperty says it.
func JSONLD(w io.Writer, entries []Entry) error {
	g := graph{seen: map[string]bool{}}
	for _, e := range entries {
		g.add(e)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(node{"@context": "https://schema.org/", "@graph": g.nodes})
}

type graph struct {
	nodes []node
	seen  map[string]bool
}

func (g *graph) once(id string, make func() node) node {
	if !g.seen[id] {
		g.seen[id] = true
		g.nodes = append(g.nodes, make())
	}
	return node{"@id": id}
}

func (g *graph) add(e Entry) {
	s := e.Statistic
	in := g.once("#article-"+e.Article.ID, func() node { return articleNode(e.Article) })
	variable := g.once("#measure-"+s.Unit.Class.String()+"-"+dashed(s.Measure.Key), func() node { return variableNode(s) })
	o := node{"@type": "Observation", "@id": "#" + s.ID, "variableMeasured": variable}
	put(o, "name", s.Measure.Label)
	value(o, s)
	put(o, "unitCode", unitCode(s.Unit))
	put(o, "unitText", s.Unit.Name)
	if s.Place.Name != "" {
		o["observationAbout"] = node{"@type": "Place", "name": s.Place.Name}
	}
	put(o, "observationDate", s.Period.Start)
	put(o, "observationPeriod", isoDuration(s.Period.Start, s.Period.End))
	put(o, "measurementDenominator", s.Of)
	if s.Change != nil && s.Change.Derived {
		o["measurementQualifier"] = "change derived from a multiple"
	}
	o["additionalProperty"] = properties(s)
	claim := node{"@type": "Claim", "text": s.Provenance.SentenceText, "appearance": in}
	if s.Source.Name != "" {
		claim["author"] = node{"@type": "Organization", "name": s.Source.Name}
	}
	o["subjectOf"] = claim
	for _, r := range s.Relations {
		if r.Type == "change_of" || r.Type == "share_of" || r.Type == "conversion_of" {
			o["valueReference"] = node{"@id": "#" + r.Statistic}
		}
	}
	g.nodes = append(g.nodes, o)
}

func articleNode(a *article.Article) node {
	n := node{"@type": "NewsArticle", "@id": "#article-" + a.ID}
	put(n, "headline", a.Title)
	put(n, "datePublished", a.Published)
	put(n, "url", a.URL)
	put(n, "inLanguage", a.Language)
	if a.Source != "" {
		n["publisher"] = node{"@type": "Organization", "name": a.Source}
	}
	if a.Author != "" {
		n["author"] = node{"@type": "Person", "name": a.Author}
	}
	return n
}

func variableNode(s *statistic.Statistic) node {
	n := node{"@type": "StatisticalVariable", "@id": "#measure-" + s.Unit.Class.String() + "-" + dashed(s.Measure.Key)}
	put(n, "name", s.Measure.Label)
	put(n, "measuredProperty", s.Measure.Head)
	put(n, "statType", map[statistic.Kind]string{statistic.PercentChange: "growthRate", statistic.PointChange: "growthRate", statistic.Ratio: "ratio",
		statistic.Share: "percentage", statistic.Count: "count", statistic.Money: "sum", statistic.Rate: "rate"}[s.Kind])
	if s.Unit.Class == unit.People {
		n["populationType"] = node{"@id": "https://schema.org/Person"}
	}
	put(n, "measurementMethod", s.Measure.Action)
	return n
}

func value(o node, s *statistic.Statistic) {
	v := json.Number(s.Value.String())
	switch s.Bound {
	case "range":
		o["minValue"], o["maxValue"] = v, json.Number(s.High.String())
		return
	case "more_than", "at_least":
		o["minValue"] = v
	case "less_than", "at_most":
		o["maxValue"] = v
	}
	o["value"] = v
}

func properties(s *statistic.Statistic) []node {
	list := []node{property("bound", s.Bound), property("periodBasis", string(s.Period.Basis))}
	if s.Period.Start != "" || s.Period.End != "" {
		list = append(list, property("interval", s.Period.Start+"/"+s.Period.End))
	}
	if s.Unit.Role != "" {
		list = append(list, property("role", s.Unit.Role))
	}
	if s.Agent.Name != "" {
		list = append(list, property("agent", s.Agent.Name))
	}
	if c := s.Change; c != nil {
		p := property("change", c.Direction+" "+strconv.FormatFloat(c.Percent, 'f', -1, 64)+"%")
		if c.Statistic != "" {
			p["valueReference"] = node{"@id": "#" + c.Statistic}
		}
		list = append(list, p)
	}
	return append(list, property("confidence", strconv.FormatFloat(s.Provenance.Confidence, 'f', 2, 64)))
}

func property(name, value string) node {
	return node{"@type": "PropertyValue", "name": name, "value": value}
}

// unitCode writes a unit as schema.org's users do: UN/CEFACT P1 for percent, else
// the code with the list it comes from.
func unitCode(u statistic.Unit) string {
	switch {
	case u.Code == "":
		return ""
	case u.Class == unit.Percent:
		return "P1"
	case u.Class == unit.Money && len(u.Code) == 3:
		return "ISO4217:" + u.Code
	}
	return "UCUM:" + u.Code
}

// isoDuration returns the length of a period as ISO 8601: whole years or months
// where it is made of them, else days; "" if it is open.
func isoDuration(start, end string) string {
	a, ok1 := period.ParseDate(start)
	b, ok2 := period.ParseDate(end)
	if !ok1 || !ok2 {
		return ""
	}
	next := b.AddDays(1)
	months := (next.Year-a.Year)*12 + next.Month - a.Month
	if a.Day == next.Day && months > 0 {
		if months%12 == 0 {
			return "P" + strconv.Itoa(months/12) + "Y"
		}
		return "P" + strconv.Itoa(months) + "M"
	}
	return "P" + strconv.Itoa(next.Days()-a.Days()) + "D"
}

func put(n node, key, value string) {
	if value != "" {
		n[key] = value
	}
}

func dashed(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c == ' ' {
			b[i] = '-'
		}
	}
	return string(b)
}
