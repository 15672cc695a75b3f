package index

import (
	"github.com/blevesearch/bleve/v2/analysis"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// partGap is the distance in positions between two parts of a text, so that
// no phrase reaches from one into the other. Longer phrases than this are cut
// by the query parser.
const partGap = 100

// A textField is a document.Field of a text in parts. Bleve's own would keep
// the offsets of every word, in the index and, while it is written, in
// several times the memory.
type textField struct {
	name     string
	parts    []string
	analyzer analysis.Analyzer
	options  bleveindex.FieldIndexingOptions

	length int // tokens
	terms  bleveindex.TokenFrequencies
}

// Analyze cuts the parts into terms.
func (f *textField) Analyze() {
	f.terms = bleveindex.TokenFrequencies{}
	shift := 0
	for _, part := range f.parts {
		tokens := f.analyzer.Analyze([]byte(part))
		f.length += len(tokens)
		last := f.add(tokens, shift)
		shift = last + partGap
	}
}

// add counts tokens, whose positions are moved by shift, and returns the last
// position.
func (f *textField) add(tokens analysis.TokenStream, shift int) (last int) {
	var locations []bleveindex.TokenLocation
	if f.options.IncludeTermVectors() {
		locations = make([]bleveindex.TokenLocation, len(tokens))
	}
	last = shift
	for i, token := range tokens {
		term, ok := f.terms[string(token.Term)]
		if !ok {
			term = &bleveindex.TokenFreq{Term: token.Term}
			f.terms[string(token.Term)] = term
		}
		term.SetFrequency(term.Frequency() + 1)
		position := token.Position + shift
		last = max(last, position)
		if locations != nil {
			locations[i].Position = position
			term.Locations = append(term.Locations, &locations[i])
		}
	}
	return last
}

// Name is the field's name.
func (f *textField) Name() string { return f.name }

// ArrayPositions is nil: the parts are one value.
func (f *textField) ArrayPositions() []uint64 { return nil }

// Options says what the index keeps.
func (f *textField) Options() bleveindex.FieldIndexingOptions { return f.options }

// Value is nil: the text is stored in the record.
func (f *textField) Value() []byte { return nil }

// EncodedFieldType is Bleve's letter for text.
func (f *textField) EncodedFieldType() byte { return 't' }

// AnalyzedLength is the number of tokens, over which scores are normalised.
func (f *textField) AnalyzedLength() int { return f.length }

// AnalyzedTokenFrequencies are the terms of Analyze.
func (f *textField) AnalyzedTokenFrequencies() bleveindex.TokenFrequencies { return f.terms }

// NumPlainTextBytes is the length of the text.
func (f *textField) NumPlainTextBytes() uint64 { return uint64(f.Size()) }

// Size is the memory of the text; Bleve only keeps statistics of it.
func (f *textField) Size() int {
	n := 0
	for _, part := range f.parts {
		n += len(part)
	}
	return n
}
