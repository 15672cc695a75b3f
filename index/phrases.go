package index

import (
	"cmp"
	"context"
	"slices"

	"soi/index/internal/docset"
	"soi/index/internal/postings"
	"soi/index/internal/suggest"
	"soi/index/schema"
)

// phrases gives the frequent phrases of all segments.
func (s searcher) phrases(ctx context.Context) ([]suggest.Entry, error) {
	counts := map[string]*suggest.Phrase{}
	for _, segment := range s.engine.Segments() {
		sample, err := samplePhrases(ctx, segment)
		if err != nil {
			return nil, err
		}
		live := segment.Live().Count()
		for _, p := range sample.phrases {
			p.Documents = p.Documents * live / len(sample.documents)
			if known := counts[p.Key]; known != nil {
				known.Documents += p.Documents
			} else {
				counts[p.Key] = &p
			}
		}
	}
	all := make([]suggest.Entry, 0, len(counts))
	for _, p := range counts {
		all = append(all, suggest.Entry{
			Suggestion: schema.Suggestion{Text: p.Text, Kind: schema.SuggestPhrase, Count: p.Documents, Value: p.Text},
			Keys:       []string{p.Key},
		})
	}
	slices.SortFunc(all, func(a, b suggest.Entry) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Text, b.Text))
	})
	return all[:min(len(all), suggest.MostPhrases)], nil
}

// A phraseSample is the phrases of a segment, counted in some of its documents.
type phraseSample struct {
	documents []uint32 // that they were counted in and that are live
	taken     int      // documents that they were counted in at first
	live      int      // of which these were taken
	least     int      // documents that a phrase is in at least
	phrases   []suggest.Phrase
}

// leastLeft is how much must be left of a sample, for what is deleted to be
// taken out of it: what was rare in it and is frequent without is not found so.
const leastLeft = 0.9

// samplePhrases counts the phrases in the documents of a segment, or in a
// sample of them, spread evenly, if they are many. If some of them are deleted
// when it is asked again, it takes out what these said: to count again takes a
// second where the sample is as large as can be.
func samplePhrases(ctx context.Context, segment *postings.Segment) (*phraseSample, error) {
	return postings.Revise(segment, "phrases", func(before *phraseSample) (*phraseSample, error) {
		if before == nil || segment.Live().Count() > before.live {
			return newPhraseSample(ctx, segment)
		}
		gone := before.deleted(segment.Live())
		if left := len(before.documents) - len(gone); float64(left) < leastLeft*float64(before.taken) {
			return newPhraseSample(ctx, segment)
		}
		return before.without(ctx, segment, gone)
	})
}

func newPhraseSample(ctx context.Context, segment *postings.Segment) (*phraseSample, error) {
	live := segment.Live().Append(nil)
	s := &phraseSample{taken: min(len(live), suggest.SampleDocuments), live: len(live)}
	for i := range s.taken {
		s.documents = append(s.documents, live[i*len(live)/s.taken])
	}
	counted, err := sampleOf(ctx, segment, s.documents)
	if err != nil {
		return nil, err
	}
	s.phrases, s.least = counted.Phrases(), counted.Least()
	return s, nil
}

// sampleOf reads documents of a segment.
func sampleOf(ctx context.Context, segment *postings.Segment, documents []uint32) (*suggest.Sample, error) {
	sample := suggest.NewSample()
	for _, number := range documents {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		d, err := storedDocument(segment, number)
		if err != nil {
			return nil, err
		}
		parts := []string{d.TitleText()}
		for _, span := range searchable(&d) {
			parts = append(parts, span.Of(d.Text))
		}
		sample.Add(parts)
	}
	return sample, nil
}

// deleted are the documents of the sample that are not live.
func (s *phraseSample) deleted(live docset.Set) []uint32 {
	return slices.DeleteFunc(slices.Clone(s.documents), live.Has)
}

// without gives the sample without some of its documents.
func (s *phraseSample) without(ctx context.Context, segment *postings.Segment, gone []uint32) (*phraseSample, error) {
	if len(gone) == 0 {
		return s, nil
	}
	said, err := sampleOf(ctx, segment, gone)
	if err != nil {
		return nil, err
	}
	left := *s
	left.documents = slices.DeleteFunc(slices.Clone(s.documents), func(d uint32) bool { return slices.Contains(gone, d) })
	left.phrases = said.TakeFrom(s.phrases, s.least)
	return &left, nil
}
