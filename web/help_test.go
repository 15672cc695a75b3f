package web

import (
	"net/url"
	"strings"
	"testing"

	"soi/index/query"
	"soi/web/message"
)

// Every line of the help is a query without a mistake, explained in both
// languages, and can be tried.
func TestHelp(t *testing.T) {
	for _, lang := range message.Langs {
		s := get(t, samples(), "/help?lang="+string(lang))
		var queries []string
		for _, topic := range Help {
			for _, e := range topic.Examples {
				queries = append(queries, e.Query)
				if q := query.Parse(e.Query); len(q.Repairs) > 0 {
					t.Errorf("%s is repaired: %v", e.Query, q.Repairs)
				}
			}
		}
		same(t, "queries", s.texts(".examples dt"), queries)
		var tried []string
		for _, address := range s.attrs(".examples a", "href") {
			u, err := url.Parse(address)
			if err != nil {
				t.Fatal(err)
			}
			tried = append(tried, u.Query().Get("q"))
		}
		same(t, "links", tried, queries)
		for _, means := range s.texts(".examples dd") {
			if means == "" || strings.HasPrefix(means, "help.") {
				t.Errorf("an example means %q", means)
			}
		}
	}
}
