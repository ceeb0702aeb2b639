// Package analyze turns text into the terms that are indexed and searched. The
// build registers it with bleve as an analyzer and the engine compiles it in, so
// the two ends of the house cannot differ.
//
// The steps, in order:
//
//  1. word segmentation by Unicode Standard Annex 29 (package words of
//     clipperhouse/uax29), refined where news text needs it: words glued by a
//     lost newline ("yesterday.Although") are parted, acronyms lose their dots;
//  2. folding: lower case, compatibility forms and diacritics away, digit group
//     commas and apostrophes away, English possessives away. The result is the
//     surface form, which is what readers type and what typos are measured on;
//  3. stop words are marked, not dropped, so that positions stay true;
//  4. stemming (Porter 1980, https://tartarus.org/martin/PorterStemmer/) of
//     plain English words. The result is the term that ranking works on.
//
// Nothing here may import fmt, regexp or reflect: readers download this package.
package analyze

// Version names the analysis. A pack records the version it was built with and
// an engine refuses any other, so every change that alters a token or a stem
// must change it; the golden file in testdata makes such a change visible.
const Version = "en-1"
