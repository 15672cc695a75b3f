// Package viet knows the letters, tones and syllables of Vietnamese: it folds
// text to three levels, puts tone marks in one place, gives i and y one key,
// and tells syllables from other words.
//
// Three words stand for three steps. Folding makes every spelling of a letter
// the same bytes: capitals, composed and decomposed marks, the Icelandic Ð
// typed for Đ, zero-width characters, typographic quotes. CanonTone then makes
// the two schools of tone placement meet, hoà and hòa, and CanonIY the two
// spellings of a final i, kỹ and kĩ. Key does all three for one word and is
// what an index holds:
//
//	viet.Key("KỸ")  // "kĩ"
//	viet.Key("hoà") // "hòa"
//
// Everything is a pure function of its arguments and takes time linear in
// their length, whatever the bytes.
package viet
