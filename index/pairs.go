package index

import (
	"soi/index/internal/bigram"
	"soi/index/internal/postings"
	"soi/index/schema"
)

// pairDigest is the kind of the digest that counts which word follows which:
// a bigram.Table as its Encode writes it.
const pairDigest = "pairs"

// pairCounts counts the words of the documents of a segment.
type pairCounts struct{ *bigram.Counter }

func (p pairCounts) add(_ uint32, d *schema.Document) {
	parts := []string{d.TitleText()}
	for _, span := range searchable(d) {
		parts = append(parts, span.Of(d.Text))
	}
	p.Add(parts)
}

func (p pairCounts) encode() ([]byte, error) { return p.Table().Encode(), nil }

// pairs gives the model of all segments of the view.
func (v *view) pairs(segments []*postings.Segment) (bigram.Model, error) {
	model := bigram.Model{bigram.Questions()}
	for _, s := range segments {
		table, err := readDigest(v, s, pairDigest, bigram.Decode)
		if err != nil {
			return nil, err
		}
		model = append(model, table)
	}
	return model, nil
}
