package packtest

import "almanac/index/pack"

// Tiny returns an archive of four invented articles: enough for every way to
// find something, small enough to keep as a fixture.
func Tiny() []Article {
	return []Article{
		{
			Meta: pack.Meta{ID: "cranes", Title: "Harbour cranes lift record cargo", Subtitle: "A quiet port wakes up", Author: "Zoë Müller",
				Source: "Example Daily", Published: "2024-02-24T07:17:00", Section: "business", URL: "https://example.org/cranes", Language: "en",
				Headings: []string{"A record year", "What comes next"}},
			Passages: []pack.Text{
				{Text: "The port moved 141,870 containers in 2023, up 28.7 percent. 🚢 Its cranes lifted them day and night."},
				{Heading: 1, Paragraph: 1, Text: "Müller's café 双语 sold more coffee than ever before; the cranes stood still only once."},
				{Heading: 2, Paragraph: 2, Text: "The harbour plans two more cranes and a railway to the coast."},
			},
		},
		{
			Meta: pack.Meta{ID: "cybercrime", Title: "Prosecutors target cybercrime", Published: "2022-03-08", Section: "law", Language: "en"},
			Passages: []pack.Text{
				{Text: "Prosecutors prosecuted 5,200 people for cybercrime last year. Fraud by telephone was the most common crime."},
				{Paragraph: 1, Text: "The rule of the law is what cybercriminals fear. The law of the rule is another matter."},
			},
		},
		{
			Meta:     pack.Meta{ID: "bees", Title: "Bees return to the old town", Language: "en"},
			Passages: []pack.Text{{Text: "Beekeepers counted forty colonies on the roofs of the old town. The bees, the bees!"}},
		},
		{
			Meta:     pack.Meta{ID: "trains", Title: "Night trains along the coast", Language: "en", Headings: []string{"Sleeping cars"}},
			Passages: []pack.Text{{Heading: 1, Text: "Night trains connect the coastal cities again. A record number of passengers slept on the railway."}},
		},
	}
}
