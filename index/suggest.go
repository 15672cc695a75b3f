package index

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"soi/index/internal/suggest"
	"soi/index/query"
	"soi/index/schema"
)

// The limits of Suggest.
const (
	DefaultSuggestions = 8
	MaxSuggestions     = 50
)

// The most suggestions of a kind among the default number of them: phrases
// are the most frequent and would leave no room.
const (
	mostPlaces     = 2
	mostDirectives = 3
	leastTitles    = 2
)

// Suggest gives at most limit ways to go on with a query that is being typed;
// limit 0 means DefaultSuggestions. The last word is taken as the beginning of
// one, and words without marks stand for those with. Places, directives and
// phrases with the most documents come first, titles last. The first call on a
// generation makes the tables for this, which takes a second or two of a large
// collection; later ones take a few milliseconds.
func (ix *Index) Suggest(ctx context.Context, text string, limit int) ([]schema.Suggestion, error) {
	if limit == 0 {
		limit = DefaultSuggestions
	}
	if limit < 0 || limit > MaxSuggestions {
		return nil, fmt.Errorf("suggest: limit %d is not within 1 to %d", limit, MaxSuggestions)
	}
	if len(text) > query.MaxLength {
		return nil, nil
	}
	v, release := ix.acquire()
	defer release()
	s, done, err := v.searcher(ctx)
	if err != nil {
		return nil, fmt.Errorf("suggest: %w", err)
	}
	defer done()
	found, err := v.suggest(ctx, s, text, limit)
	if err == nil && len(found) == 0 {
		found, err = v.suggestDecoded(ctx, s, text, limit)
	}
	if err != nil {
		return nil, fmt.Errorf("suggest: %w", err)
	}
	return found, nil
}

// suggestDecoded takes text as raw keys of Telex or VNI, if it can be.
func (v *view) suggestDecoded(ctx context.Context, s searcher, text string, limit int) ([]schema.Suggestion, error) {
	decoded, kind, err := s.decode(ctx, query.Parse(text), false)
	if err != nil || kind == "" {
		return nil, err
	}
	return v.suggest(ctx, s, decoded.String(), limit)
}

func (v *view) suggest(ctx context.Context, s searcher, text string, limit int) ([]schema.Suggestion, error) {
	table, err := v.completions(ctx)
	if err != nil {
		return nil, err
	}
	if f, ok := openField(text); ok {
		return completeField(table, text, f, limit), ctx.Err()
	}
	head, tail, closing := plainTail(text)
	typed := suggest.NewTyped(tail)
	if typed.Len() == 0 {
		return nil, ctx.Err()
	}
	found := table.Find(typed, limit)
	titles, err := v.titles(ctx, s, typed, limit)
	if err != nil {
		return nil, err
	}
	found = chosen(found, titles, limit)
	for i := max(1, typed.Len()-suggest.LongestPhrase); len(found) == 0 && i+1 < typed.Len(); i++ {
		found = goneOn(table.Find(typed.Behind(i), limit), typed.Head(i), limit)
	}
	return inPlace(found, head, closing), ctx.Err()
}

// openField gives the field filter that a query ends in, if it does: what is
// typed behind its colon is a value.
func openField(text string) (query.Field, bool) {
	q := query.Parse(text)
	for _, f := range q.Filters {
		if f.End == len(text) && (f.Name == query.Province || f.Name == query.Code) {
			return f, true
		}
	}
	return query.Field{}, false
}

// completeField completes the value of a filter.
func completeField(table *suggest.Table, text string, f query.Field, limit int) []schema.Suggestion {
	kind, value := schema.SuggestPlace, string(query.Province)+":"
	if f.Name == query.Code {
		kind, value = schema.SuggestDirective, string(query.Code)+":"
	}
	var found []schema.Suggestion
	for _, s := range table.Find(suggest.NewTyped(f.Value), limit) {
		if s.Kind == kind && strings.HasPrefix(s.Value, value) { // districts are no filter
			s.Value = text[:f.Start] + s.Value
			found = append(found, s)
		}
	}
	return found[:min(len(found), limit)]
}

// plainTail cuts off what ends in a sign of the query language or a finished
// filter: what is typed behind it is completed by itself, and then closed.
func plainTail(text string) (head, tail, closing string) {
	cut := 0
	for _, f := range query.Parse(text).Filters {
		cut = max(cut, f.End)
	}
	for i, r := range text {
		if i >= cut && strings.ContainsRune("\"“”()", r) {
			cut = i + len(string(r))
		}
	}
	cut += len(text[cut:]) - len(strings.TrimLeft(text[cut:], " -"))
	if strings.Count(text[:cut], `"`)%2 == 1 || strings.Count(text[:cut], "“") > strings.Count(text[:cut], "”") {
		closing = `"`
	}
	return text[:cut], text[cut:], closing
}

// chosen mixes the kinds: of places and directives only the best, and some
// titles if there are any.
func chosen(found, titles []schema.Suggestion, limit int) []schema.Suggestion {
	most := map[schema.SuggestionKind]int{
		schema.SuggestPlace:     (limit*mostPlaces + DefaultSuggestions - 1) / DefaultSuggestions,
		schema.SuggestDirective: (limit*mostDirectives + DefaultSuggestions - 1) / DefaultSuggestions,
		schema.SuggestPhrase:    limit,
	}
	var all []schema.Suggestion
	room := limit - min(len(titles), limit*leastTitles/DefaultSuggestions)
	for _, s := range found {
		named := slices.ContainsFunc(found, func(o schema.Suggestion) bool { return o.Kind == schema.SuggestPlace && o.Text == s.Text })
		if len(all) < room && most[s.Kind] > 0 && !(named && s.Kind == schema.SuggestPhrase) {
			most[s.Kind]--
			all = append(all, s)
		}
	}
	all = append(all, titles...)
	return all[:min(len(all), limit)]
}

// goneOn are phrases behind words that are none of theirs.
func goneOn(found []schema.Suggestion, head string, limit int) []schema.Suggestion {
	var all []schema.Suggestion
	for _, s := range found {
		if s.Kind == schema.SuggestPhrase && len(all) < limit {
			all = append(all, schema.Suggestion{Text: head + s.Text, Kind: s.Kind, Value: head + s.Value})
		}
	}
	return all
}

// inPlace are suggestions with what stands around them in the query. A title
// is more than a phrase; in quotes it would have to stand word for word.
func inPlace(found []schema.Suggestion, head, closing string) []schema.Suggestion {
	bare := head
	if closing != "" {
		bare = head[:strings.LastIndexAny(head, "\"“")]
	}
	for i, s := range found {
		switch s.Kind {
		case schema.SuggestTitle:
			found[i].Value = bare + unquoted.Replace(s.Value)
		case schema.SuggestPhrase:
			found[i].Text = head + s.Text + closing
			found[i].Value = head + s.Value + closing
		default:
			found[i].Value = bare + s.Value
		}
	}
	return found
}

// unquoted takes the quotes out of a title.
var unquoted = strings.NewReplacer(`"`, "", "“", "", "”", "")
