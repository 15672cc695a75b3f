package web

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"time"

	"soi/index/schema"
	"soi/web/message"
)

const (
	suggestionsShown = 8
	longestTyped     = 200 // bytes of a query that are completed

	suggestTimeout = time.Second // later, the reader has typed on
)

// A suggestionList is the answer to what is being typed, as soi.js reads it.
type suggestionList struct {
	Said        string       `json:"said"` // to be read aloud
	Suggestions []suggestion `json:"suggestions"`
}

// A suggestion is a way to go on.
type suggestion struct {
	Query string `json:"query"` // what to search for
	Text  string `json:"text"`
	About string `json:"about"` // what it is, "" for plain words
}

// suggest answers the script of the box: q is what stands in it. It is no
// page, so an error has a status and no words.
func (s *site) suggest(w http.ResponseWriter, r *http.Request) {
	head := w.Header()
	head.Set("Cache-Control", "no-store")
	if from := r.Header.Get("Sec-Fetch-Site"); from != "" && from != "same-origin" && from != "none" {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	v := newView(r)
	typed := v.values.Get("q")
	if len(typed) > longestTyped {
		typed = ""
	}
	ctx, cancel := context.WithTimeout(r.Context(), min(s.timeout, suggestTimeout))
	defer cancel()
	found, err := s.searcher.Suggest(ctx, typed, suggestionsShown)
	if err != nil && !errors.Is(err, context.DeadlineExceeded) {
		w.WriteHeader(s.failure(v, r, err).status)
		return
	}
	list := v.suggestions(found)
	if err != nil { // the tables are being made: there is nothing to tell yet
		list = suggestionList{Suggestions: []suggestion{}}
	}
	body, err := json.Marshal(list)
	if err != nil {
		w.WriteHeader(s.failure(v, r, err).status)
		return
	}
	head.Set("Content-Type", "application/json; charset=utf-8")
	head.Set("Content-Length", strconv.Itoa(len(body)))
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // the reader may type on
	}
}

func (v view) suggestions(found []schema.Suggestion) suggestionList {
	list := suggestionList{Suggestions: []suggestion{}}
	for _, f := range found {
		one := suggestion{Query: f.Value, Text: f.Text}
		switch f.Kind {
		case schema.SuggestPlace:
			one.About = v.printer.Text(message.SuggestPlace, f.Count)
		case schema.SuggestDirective:
			one.About = v.printer.Text(message.SuggestCited, f.Count)
		case schema.SuggestTitle:
			one.About = v.printer.Text(message.SuggestTitle)
		}
		list.Suggestions = append(list.Suggestions, one)
	}
	list.Said = v.printer.Text(message.SuggestCount, len(found))
	return list
}
