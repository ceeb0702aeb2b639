// Package engine answers queries from a pack. It is the same code in the browser,
// compiled to WebAssembly, and in `almanac query`.
//
// The engine never fetches. A Search is stepped: each Step either names the
// chunks that it lacks, which the caller supplies before it steps again, or
// completes the result. A search goes through four stages, each of which may
// lack chunks:
//
//	lookup    words of the query -> terms, through the lexicon (lookup.go, misspelt.go, fuzzy.go)
//	postings  terms -> postings lists, and positions for phrases (gather.go, phrase.go)
//	rank      lists -> scored passages -> articles (rank.go, with score.go, bm25f.go)
//	show      the best articles' passages with highlights (show.go)
//
// Statistics are searched beside: package ask reads the values, periods and changes
// stated in the query, and what it understood is no word any more. Two stages have a
// part for statistics, one stage is theirs:
//
//	postings  the statistics that mention the words (stated.go)
//	figures   their columns -> conditions in three values, score, cards (candidates.go,
//	          judge.go, condition.go, fold.go, facets.go)
//	show      sentences, details and series (statistic.go, reading.go)
//
// Where a value is asked, or no article has the words, the articles are those of the
// statistics that satisfy the conditions.
//
// Two files alone know the ranking formulas: articles are ranked by bm25f.go, the
// passages of an article by score.go, which is bleve's default model.
package engine
