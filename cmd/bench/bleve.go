package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/index/scorch/mergeplan"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search/query"

	"soi/analyzer"
	"soi/index/schema"
)

// Bleve as its documentation says: text fields stored, with the offsets and
// doc values that its mappings have unless told otherwise, keywords for
// facets. Its analyzers are Soi's, so that both have the same terms and find
// the same documents; there is a field for words with marks and one for words
// without. Better than its standard are: no composite field of all fields,
// large batches, and all segments merged into one.

// bleveMapping is the mapping.
func bleveMapping() mapping.IndexMapping {
	m := bleve.NewIndexMapping()
	doc := bleve.NewDocumentStaticMapping()
	doc.AddSubDocumentMapping("_all", bleve.NewDocumentDisabledMapping())
	for name, of := range map[string]string{
		"title": analyzer.Vi, "body": analyzer.Vi, "title_folded": analyzer.ViFolded, "body_folded": analyzer.ViFolded,
	} {
		f := bleve.NewTextFieldMapping()
		f.Analyzer = of
		doc.AddFieldMappingsAt(name, f)
	}
	for _, name := range append([]string{"published"}, facetFields...) {
		doc.AddFieldMappingsAt(name, bleve.NewKeywordFieldMapping())
	}
	m.DefaultMapping = doc
	return m
}

// bleveDocument is a document as Bleve gets it.
func bleveDocument(d *schema.Document) map[string]any {
	var body strings.Builder
	for _, span := range d.Body {
		body.WriteString(span.Of(d.Text))
		body.WriteByte('\n')
	}
	fields := map[string]any{
		"title": d.TitleText(), "title_folded": d.TitleText(), "body": body.String(), "body_folded": body.String(),
		"published": d.Published, "directive": d.Directives(),
	}
	for name, value := range map[string]string{"province": d.Province, "province_now": d.ProvinceNow, "level": string(d.Level)} {
		if value != "" {
			fields[name] = value
		}
	}
	if d.Year != 0 {
		fields["year"] = strconv.Itoa(d.Year)
	}
	return fields
}

func buildBleve(ctx context.Context, dir string, docs documents) error {
	ix, err := bleve.New(dir, bleveMapping())
	if err != nil {
		return err
	}
	const batchBytes = 2 << 20 // of text; larger ones take more memory and are no faster
	batch, size := ix.NewBatch(), 0
	for d, err := range docs {
		if err != nil {
			return err
		}
		if err := batch.Index(d.ID, bleveDocument(d)); err != nil {
			return err
		}
		if size += len(d.Text); size >= batchBytes {
			if err := ix.Batch(batch); err != nil {
				return err
			}
			batch, size = ix.NewBatch(), 0
		}
	}
	if err := ix.Batch(batch); err != nil {
		return err
	}
	if err := errors.Join(mergeBleve(ctx, ix), ix.Close()); err != nil {
		return err
	}
	return sweepBleve(dir)
}

// sweepBleve removes the segments that merging has left over. Bleve would do
// it in its own time; their size is not to be held against it.
func sweepBleve(dir string) error {
	ix, err := bleve.OpenUsing(dir, map[string]any{"read_only": true})
	if err != nil {
		return err
	}
	live, err := liveSegments(ix)
	if err := errors.Join(err, ix.Close()); err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(dir, "store", "*.zap"))
	for _, file := range files {
		if !live[filepath.Base(file)] {
			err = errors.Join(err, os.Remove(file))
		}
	}
	return err
}

func liveSegments(ix bleve.Index) (map[string]bool, error) {
	advanced, err := ix.Advanced()
	if err != nil {
		return nil, err
	}
	reader, err := advanced.Reader()
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	snapshot, ok := reader.(*scorch.IndexSnapshot)
	if !ok {
		return nil, fmt.Errorf("index of type %T", reader)
	}
	live := map[string]bool{}
	for _, segment := range snapshot.Segments() {
		if file, ok := segment.Segment().(interface{ Path() string }); ok {
			live[filepath.Base(file.Path())] = true
		}
	}
	return live, nil
}

// mergeBleve merges all segments into one and waits until that is on the disk.
func mergeBleve(ctx context.Context, ix bleve.Index) error {
	advanced, err := ix.Advanced()
	if err != nil {
		return err
	}
	s, ok := advanced.(*scorch.Scorch)
	if !ok {
		return fmt.Errorf("index of type %T", advanced)
	}
	options := mergeplan.SingleSegmentMergePlanOptions
	merging, cancel := context.WithTimeout(ctx, time.Hour) // ForceMerge wants one that can end
	defer cancel()
	if err := s.ForceMerge(merging, &options); err != nil {
		return err
	}
	return ix.SetInternal([]byte("merged"), []byte("yes"))
}

type bleveIndex struct{ bleve.Index }

func openBleve(_ context.Context, dir string) (answerer, error) {
	ix, err := bleve.OpenUsing(dir, map[string]any{"read_only": true})
	if errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("no index in %s: %w", dir, err)
	}
	return bleveIndex{ix}, err
}

func (b bleveIndex) peak() int64 { return peakMemory(os.Getpid()) }

// answer asks once for the hits and for the facets of fields without a filter,
// and once more for each field with one, whose counts its own filter must not
// narrow.
func (b bleveIndex) answer(ctx context.Context, q question) (answer, error) {
	request := bleve.NewSearchRequestOptions(bleveQuery(q, q.Filters), 10, 0, false)
	request.Fields = []string{"title", "province", "province_now", "published", "level", "directive"}
	request.Highlight = bleve.NewHighlight()
	for _, field := range bleveFields(q) {
		request.Highlight.AddField(field)
	}
	for _, field := range facetFields {
		if len(q.Filters[field]) == 0 {
			request.AddFacet(field, bleve.NewFacetRequest(field, 20))
		}
	}
	r, err := b.SearchInContext(ctx, request)
	if err != nil {
		return answer{}, err
	}
	a := answer{Total: int(r.Total)}
	if len(r.Hits) > 0 {
		a.Top = r.Hits[0].ID
	}
	for _, h := range r.Hits {
		for _, fragments := range h.Fragments {
			a.Marks += len(strings.Join(fragments, ""))
		}
	}
	for _, f := range r.Facets {
		a.Facets += len(f.Terms.Terms())
	}
	for field := range q.Filters {
		n, err := b.aside(ctx, q, field)
		if err != nil {
			return a, err
		}
		a.Facets += n
	}
	return a, nil
}

// aside counts the values of a field under all filters but its own.
func (b bleveIndex) aside(ctx context.Context, q question, field string) (values int, err error) {
	others := maps.Clone(q.Filters)
	delete(others, field)
	request := bleve.NewSearchRequestOptions(bleveQuery(q, others), 0, 0, false)
	request.AddFacet(field, bleve.NewFacetRequest(field, 20))
	r, err := b.SearchInContext(ctx, request)
	if err != nil {
		return 0, err
	}
	return len(r.Facets[field].Terms.Terms()), nil
}

// bleveFields are the fields that a question looks at.
func bleveFields(q question) []string {
	if q.Marked {
		return []string{"title", "body"}
	}
	return []string{"title_folded", "body_folded"}
}

// bleveQuery is the question as it is put to Bleve, under filters.
func bleveQuery(q question, filters map[string][]string) query.Query {
	var words query.Query
	switch q.Join {
	case phrase:
		var either []query.Query
		for _, field := range bleveFields(q) {
			p := bleve.NewMatchPhraseQuery(strings.Join(q.Words, " "))
			p.SetField(field)
			either = append(either, p)
		}
		words = bleve.NewDisjunctionQuery(either...)
	case or:
		words = bleve.NewDisjunctionQuery(bleveWords(q)...)
	default:
		words = bleve.NewConjunctionQuery(bleveWords(q)...)
	}
	all := []query.Query{words}
	for field, values := range filters {
		var either []query.Query
		for _, v := range values {
			t := bleve.NewTermQuery(v)
			t.SetField(field)
			either = append(either, t)
		}
		all = append(all, bleve.NewDisjunctionQuery(either...))
	}
	if len(all) == 1 {
		return words
	}
	return bleve.NewConjunctionQuery(all...)
}

// bleveWords is each word, in any of the fields.
func bleveWords(q question) []query.Query {
	var words []query.Query
	for _, w := range q.Words {
		var either []query.Query
		for _, field := range bleveFields(q) {
			m := bleve.NewMatchQuery(w)
			m.SetField(field)
			either = append(either, m)
		}
		words = append(words, bleve.NewDisjunctionQuery(either...))
	}
	return words
}
