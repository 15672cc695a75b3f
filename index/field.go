package index

import (
	"strings"
	"sync"

	bleveindex "github.com/blevesearch/bleve_index_api"

	"soi/analyzer/token"
	"soi/analyzer/viet"
	"soi/index/internal/bare"
	"soi/index/internal/postings"
)

const (
	// partGap is the distance in positions between two parts of a text, so
	// that no phrase reaches from one into the other.
	partGap = 100

	// MaxTerms bounds the distinct terms of a document's field; those that come
	// later in it are not indexed, see Stats.Cut. Bleve takes almost 1 kB for
	// each while it writes a batch, so 4 MB of random letters would take 4 GB.
	// Real texts of that size have under 60,000.
	MaxTerms = 200_000
)

// A textField is a document.Field of a text in parts. Bleve's own field, and
// an analyzer's token stream behind it, take 250 bytes of memory for a word
// until its batch is written, and keep offsets that nobody reads; this takes
// 24 and keeps positions only. Its terms are those of the analyzer "vi", and
// the words of bare passages once more at the same positions.
type textField struct {
	name  string
	parts []string
	bare  [][]bare.Passage // of each part

	length int // tokens
	terms  bleveindex.TokenFrequencies
	cut    func() // called at the first term beyond MaxTerms
	isCut  bool
}

// A place is a token on its way into its term's positions.
type place struct {
	term     *bleveindex.TokenFreq
	position int32
}

// places holds *[]place between texts.
var places = sync.Pool{New: func() any { return new([]place) }}

// Analyze cuts the parts into terms.
func (f *textField) Analyze() {
	f.terms = bleveindex.TokenFrequencies{}
	scratch := places.Get().(*[]place)
	defer places.Put(scratch)
	found := (*scratch)[:0]
	last := 0
	for i, part := range f.parts {
		shift := last
		if i > 0 {
			shift += partGap
		}
		for t := range token.Tokens(part, viet.Exact) {
			f.length++
			last = shift + t.Position
			if term := f.term(t.Entry()); term != nil {
				found = append(found, place{term, int32(last)})
			}
			if !f.isBare(i, part, t) {
				continue
			}
			if term := f.term(bare.Mark + t.Term); term != nil {
				found = append(found, place{term, int32(last)})
			}
		}
	}
	locate(found)
	if f.length > 0 {
		length := &bleveindex.TokenFreq{Term: []byte(postings.LengthTerm)}
		length.SetFrequency(postings.Several(f.length))
		f.terms[postings.LengthTerm] = length
	}
	clear(found)
	*scratch = found[:0]
}

// isBare reports whether a token of the i-th part may be any word that is so
// without marks.
func (f *textField) isBare(i int, part string, t token.Token) bool {
	return len(f.bare) > 0 && len(f.bare[i]) > 0 &&
		t.Kind == token.Word && !t.InCode && bare.IsSyllable(t.Of(part)) && bare.Holds(f.bare[i], t.Start)
}

// term counts one more of a term, or returns nil if there are too many.
func (f *textField) term(s string) *bleveindex.TokenFreq {
	term := f.terms[s]
	if term == nil {
		if len(f.terms) == MaxTerms {
			f.tell()
			return nil
		}
		term = &bleveindex.TokenFreq{Term: []byte(s)}
		f.terms[s] = term
	}
	term.SetFrequency(term.Frequency() + 1)
	return term
}

func (f *textField) tell() {
	if !f.isCut && f.cut != nil {
		f.cut()
	}
	f.isCut = true
}

// locate gives the terms their positions, as package postings packs them.
// Lists are cut from one piece.
func locate(found []place) {
	several := 0
	for _, p := range found {
		if p.term.Frequency() > 1 {
			several++
		}
	}
	own := make([]bleveindex.TokenLocation, several/2)
	list := make([]*bleveindex.TokenLocation, several/2)
	positions := make([]uint64, several)
	for _, p := range found {
		n := p.term.Frequency()
		if n == 1 {
			p.term.SetFrequency(postings.Once(int(p.position)))
			continue
		}
		if p.term.Locations == nil {
			p.term.Locations, list = list[:1:1], list[1:]
			p.term.Locations[0], own = &own[0], own[1:]
			p.term.Locations[0].ArrayPositions, positions = positions[:0:n], positions[n:]
		}
		all := p.term.Locations[0]
		if all.ArrayPositions = append(all.ArrayPositions, uint64(p.position)); len(all.ArrayPositions) == n {
			postings.Pack(p.term)
		}
	}
}

// Name is the field's name.
func (f *textField) Name() string { return f.name }

// ArrayPositions is nil: the parts are one value.
func (f *textField) ArrayPositions() []uint64 { return nil }

// Options says what the index keeps.
func (f *textField) Options() bleveindex.FieldIndexingOptions { return exactText }

// Value is nil: the text is stored in the record.
func (f *textField) Value() []byte { return nil }

// EncodedFieldType is Bleve's letter for text.
func (f *textField) EncodedFieldType() byte { return 't' }

// AnalyzedLength is 1, whatever the length; see postings.LengthTerm.
func (f *textField) AnalyzedLength() int { return 1 }

// AnalyzedTokenFrequencies are the terms that Analyze found.
func (f *textField) AnalyzedTokenFrequencies() bleveindex.TokenFrequencies { return f.terms }

// NumPlainTextBytes is the length of the text.
func (f *textField) NumPlainTextBytes() uint64 { return uint64(f.Size()) }

// Size is the length of the text; Bleve only keeps statistics of it.
func (f *textField) Size() int {
	n := 0
	for _, part := range f.parts {
		n += len(part)
	}
	return n
}

// A foldedField is a textField with its terms folded to ASCII, which are those
// of the analyzer "vi_folded", and without positions. It is analyzed after it.
type foldedField struct {
	*textField
	name   string
	folded bleveindex.TokenFrequencies
}

// Analyze folds the terms of the exact field: a document has far fewer of
// them than words.
func (f *foldedField) Analyze() {
	f.folded = make(bleveindex.TokenFrequencies, len(f.terms))
	for exact, term := range f.terms {
		if exact == postings.LengthTerm {
			continue
		}
		if strings.HasPrefix(exact, bare.Mark) {
			continue
		}
		s := viet.Fold(exact, viet.ASCII)
		folded := f.folded[s]
		if folded == nil {
			folded = &bleveindex.TokenFreq{Term: []byte(s)}
			f.folded[s] = folded
		}
		folded.SetFrequency(folded.Frequency() + int(postings.Occurrences(uint64(term.Frequency()))))
	}
}

// Name is the field's name.
func (f *foldedField) Name() string { return f.name }

// Options says what the index keeps.
func (f *foldedField) Options() bleveindex.FieldIndexingOptions { return foldedText }

// AnalyzedTokenFrequencies are the terms that Analyze made.
func (f *foldedField) AnalyzedTokenFrequencies() bleveindex.TokenFrequencies { return f.folded }
