// Package copies tells whether two texts are the same report, published twice.
//
// Copies have nearly all runs of words in common. But so have the reports of
// two provinces that share their boilerplate; what tells these apart are the
// numbers, dates and names in the rest. A copy may leave some out or have some
// more. Where each of two texts states some that the other lacks, they are two
// reports, however much they share: so are a report and the same one with a
// figure put right. Of a clause that is worded anew one side is enough: what a
// number, a negation or a part of a time ("đầu năm") is added to says another
// thing. In doubt two texts are two reports, for who sees one folded away never
// learns of it.
//
// The Sketch of a text, 16 bytes, tells which texts are worth a comparison.
package copies

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"soi/analyzer/token"
	"soi/analyzer/viet"
)

const (
	// Fewer words can be the same by chance, or because there is one way only
	// to say them; more than the most, 300 kB, are not read.
	leastWords = 80
	mostWords  = 50_000

	// What stands behind "Ảnh:" and "Nguồn:", up to so many words, names who a
	// picture is from.
	creditWords = 4

	// The last pieces of a text, lines or what follows a last full stop, up to
	// so many with up to so many words each and no number, name its writer or
	// its source: what copies differ in.
	bylines     = 3
	bylineWords = 8
)

// A Text is a text as it is compared.
type Text struct {
	clauses []clause
	hashes  []uint64 // of the words
	names   nameSet  // made when asked for
}

// A clause is what stands between two signs.
type clause struct {
	hash  uint64   // of its words; 0 none
	words []uint64 // part of Text.hashes
	facts []uint64 // its numbers, also in words, dates and codes
	names []uint64 // see reader.takeName

	// What a version of the clause that says the same has as well: its numbers
	// and codes, negations, parts of times.
	decisive  []uint64
	ambiguous []uint64 // see the words of that name
}

// New reads a text in parts.
func New(parts []string) *Text {
	t := &Text{}
	for _, line := range withoutBylines(parts) {
		r := reader{Text: t, line: line, first: len(t.hashes)}
		r.read()
	}
	return t
}

// withoutBylines gives the lines of a text but for the names at its end.
func withoutBylines(parts []string) []string {
	var lines []string
	for _, part := range parts {
		for line := range strings.Lines(part) {
			if line = strings.TrimSpace(line); line != "" {
				lines = append(lines, line)
			}
		}
	}
	for range bylines {
		n := len(lines)
		if n == 0 {
			break
		}
		end := lastSentence(lines[n-1])
		last := lines[n-1][end:]
		if strings.ContainsFunc(last, unicode.IsDigit) || len(strings.Fields(last)) > bylineWords || n == 1 && end == 0 {
			break
		}
		if lines[n-1] = strings.TrimSpace(lines[n-1][:end]); lines[n-1] == "" {
			lines = lines[:n-1]
		}
	}
	return lines
}

// lastSentence is where the last sentence of a line begins, in bytes.
func lastSentence(line string) int {
	body := strings.TrimRight(line, `.!?…”") `)
	i := strings.LastIndexAny(body, ".!?…")
	for i >= 0 {
		_, size := utf8.DecodeRuneInString(body[i:])
		if rest := body[i+size:]; strings.HasPrefix(strings.TrimLeft(rest, `”")`), " ") {
			return i + size
		}
		i = strings.LastIndexAny(body[:i], ".!?…")
	}
	return 0
}

// A reader reads a line into a Text.
type reader struct {
	*Text
	line   string
	clause clause
	first  int    // of Text.hashes, in the clause
	last   uint64 // the word before, if it has a capital
	before string // the word before, of the clause
	inside bool   // a sentence has begun
	credit bool   // the clause before announces a credit
}

// read cuts the line into clauses.
func (r *reader) read() {
	end := 0 // of what was taken
	whole := token.Token{}
	for w := range token.Tokens(r.line, viet.Exact) {
		if w.Start < end {
			if whole.Kind == token.Joined && w.Kind == token.Number {
				r.clause.fact(hash(w.Term)) // the 15 of 15km
			}
			continue
		}
		if len(r.hashes) >= mostWords {
			break
		}
		if gap := r.line[end:w.Start]; divides(gap) {
			r.end()
			r.inside = r.inside && !strings.ContainsAny(gap, ".!?…")
		}
		end, whole = w.End, w
		r.take(w)
	}
	r.end()
}

// take adds a word to the clause.
func (r *reader) take(w token.Token) {
	h := hash(w.Term)
	r.clause.hash = mix(r.clause.hash + h)
	r.hashes = append(r.hashes, h)
	r.takeFacts(r.before, w, h)
	before := r.last
	r.last, r.before = 0, w.Term
	if w.Kind != token.Number && w.Kind != token.Code && w.Kind != token.Date && capital(w.Of(r.line)) {
		r.takeName(before, h)
		r.last = h
	}
	r.inside = true
}

// takeName adds a word with a capital, together with the one before if that
// has one too. One that begins a sentence is no name by itself.
func (r *reader) takeName(before, h uint64) {
	names := &r.clause.names
	switch n := len(*names); {
	case before == 0 && r.inside:
		*names = append(*names, name(h))
	case before != 0 && n > 0 && (*names)[n-1] == name(before):
		(*names)[n-1] = name(before, h) // two words, not one and two
	case before != 0:
		*names = append(*names, name(before, h))
	}
}

// dateFacts are those of a date: its day, and its year if it has one, so that
// 15/5 and 15/5/2019 agree.
func dateFacts(term string) []uint64 {
	if year, day, ok := strings.Cut(term, "-"); ok && len(year) == 4 {
		return []uint64{hash("--" + day), hash(year)}
	}
	return []uint64{hash(term)}
}

// announcesCredit are the clauses that stand before a credit.
var announcesCredit = map[uint64]bool{
	clauseHash("ảnh"): true, clauseHash("nguồn"): true, clauseHash("ảnh", "minh", "họa"): true,
}

// clauseHash is the hash of a clause of words.
func clauseHash(words ...string) (h uint64) {
	for _, w := range words {
		h = mix(h + hash(w))
	}
	return h
}

// end ends the clause. Credits are left out.
func (r *reader) end() {
	c := r.clause
	c.words = r.hashes[r.first:len(r.hashes):len(r.hashes)]
	credited := r.credit && len(c.words) <= creditWords && len(c.facts) == 0
	r.credit = announcesCredit[c.hash]
	if c.hash != 0 && !credited && !r.credit {
		r.clauses = append(r.clauses, c)
	}
	r.clause, r.first, r.last, r.before = clause{}, len(r.hashes), 0, ""
}

// divides reports whether the signs between two words divide clauses.
func divides(gap string) bool {
	return strings.ContainsAny(gap, `,;:.!?…()[]{}"“”–—|`) || strings.Contains(gap, " - ")
}

// capital reports whether a word begins with a capital and is not all
// capitals, as headings are.
func capital(word string) bool {
	first, n := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && strings.ContainsFunc(word[n:], unicode.IsLower)
}

// name hashes a word, or two neighbours.
func name(words ...uint64) uint64 {
	h := uint64(len(words))
	for _, w := range words {
		h = mix(h + w)
	}
	return h
}

// A nameSet holds all words of texts and all pairs of neighbours, which may be
// names, with capitals or without, as name hashes them.
type nameSet map[uint64]bool

func (s nameSet) add(words []uint64) {
	for i, h := range words {
		s[name(h)] = true
		if i > 0 {
			s[name(words[i-1], h)] = true
		}
	}
}

// has reports whether a name stands anywhere in the text.
func (t *Text) has(n uint64) bool {
	if t.names == nil {
		t.names = make(nameSet, 2*len(t.hashes))
		t.names.add(t.hashes)
	}
	return t.names[n]
}

// runs gives the hashes of all runs of n words, in the order of the text; of a
// shorter text that of all its words.
func (t *Text) runs(n int) []uint64 {
	n = min(n, len(t.hashes))
	if n == 0 {
		return nil
	}
	all := make([]uint64, len(t.hashes)-n+1)
	for i := range all {
		for _, h := range t.hashes[i : i+n] {
			all[i] = mix(all[i] + h)
		}
	}
	return all
}

// hash is FNV-1a, which is the same everywhere: an index keeps what comes of
// it.
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// mix spreads a number over all bits (the finaliser of SplitMix64).
func mix(h uint64) uint64 {
	h ^= h >> 30
	h *= 0xbf58476d1ce4e5b9
	h ^= h >> 27
	h *= 0x94d049bb133111eb
	return h ^ h>>31
}
