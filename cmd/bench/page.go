package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"soi/index"
	"soi/index/schema"
	"soi/ingest"
	"soi/web"
)

// page measures the page of results on the server: the time of a request, the
// weight of the answer and of what it loads, and how soon a changed document
// is found.
func (b *bench) page(ctx context.Context) error {
	ix, err := index.Open(b.index("soi"))
	if err != nil {
		return err
	}
	defer ix.Close()
	articles, err := b.dressed()
	if err != nil {
		return err
	}
	pages := web.Handler(ix, web.Options{Addr: "127.0.0.1:8080"})
	var times []time.Duration
	heaviest := page{}
	questions, err := newDrawer(articles, b.Seed).questions(b.Queries)
	if err != nil {
		return err
	}
	for _, q := range questions {
		for timed := range 2 {
			p, err := get(pages, "/search?"+q.address())
			if err != nil {
				return fmt.Errorf("%s: %w", q, err)
			}
			if timed == 1 {
				times = append(times, p.took)
			}
			if p.weight > heaviest.weight {
				heaviest = p
			}
		}
	}
	assets := 0
	for _, loaded := range regexp.MustCompile(`(?:href|src)="(/static/[^"]+)"`).FindAllStringSubmatch(heaviest.body, -1) {
		p, err := get(pages, loaded[1])
		if err != nil {
			return err
		}
		if strings.HasSuffix(loaded[1], ".css") || strings.HasSuffix(loaded[1], ".js") {
			assets += p.weight
		}
	}
	visible, err := b.updates(ctx, articles)
	b.report.page(times, heaviest.weight, assets, visible)
	return err
}

// address is the question as the parameters of an address.
func (q question) address() string {
	values := url.Values{"q": {q.request().Query}}
	for field, all := range q.Filters {
		values[field] = all
	}
	return values.Encode()
}

// A page is an answer of the server.
type page struct {
	took   time.Duration
	weight int    // bytes as sent, compressed
	body   string // as read
}

func get(h http.Handler, address string) (page, error) {
	r := httptest.NewRequest(http.MethodGet, "http://127.0.0.1:8080"+address, nil)
	r.Header.Set("Accept-Encoding", "gzip")
	w := httptest.NewRecorder()
	start := time.Now()
	h.ServeHTTP(w, r)
	p := page{took: time.Since(start), weight: w.Body.Len()}
	if w.Code != http.StatusOK {
		return p, fmt.Errorf("status %d of %s", w.Code, address)
	}
	unzip, err := gzip.NewReader(bytes.NewReader(w.Body.Bytes()))
	if err != nil {
		return p, err
	}
	body, err := io.ReadAll(unzip)
	p.body = string(body)
	return p, err
}

// updated is how many documents are changed, one in each run.
const updated = 15

// updates changes documents of a copy of the index, one after the other, and
// tells of each how long it takes from the start of writing until a reader that
// has all tables, as a server does, finds it.
func (b *bench) updates(ctx context.Context, articles []article) ([]time.Duration, error) {
	dir := filepath.Join(b.dir, "updated")
	if err := os.CopyFS(dir, os.DirFS(b.index("soi"))); err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	ix, err := index.Open(dir)
	if err != nil {
		return nil, err
	}
	defer ix.Close()
	if err := ix.Warm(ctx); err != nil {
		return nil, err
	}
	times := make([]time.Duration, updated)
	for i := range times {
		d, _, err := ix.Document(ctx, articles[i*len(articles)/updated].ID, schema.Request{})
		if err != nil {
			return nil, err
		}
		word := fmt.Sprintf("khongcotrongkho%d", i)
		d.Text += "\n" + word
		d.Body = append(d.Body, schema.Span{Start: len(d.Text) - len(word), End: len(d.Text)})
		start := time.Now()
		if err := update(ctx, dir, ix, &d); err != nil {
			return nil, err
		}
		r, err := ix.Search(ctx, schema.Request{Query: word, Facets: true})
		if err == nil && r.Total != 1 {
			err = fmt.Errorf("the document that was changed is found %d times", r.Total)
		}
		if err != nil {
			return nil, err
		}
		times[i] = time.Since(start)
	}
	return times, nil
}

// update writes a document into the index in dir, and has the reader go over
// to it.
func update(ctx context.Context, dir string, ix *index.Index, d *schema.Document) error {
	w, err := index.OpenWriter(ctx, dir, index.WriterOptions{IngestVersion: ingest.Version})
	if err != nil {
		return err
	}
	defer w.Close()
	if err := w.Put(ctx, d); err != nil {
		return err
	}
	if _, err := w.Commit(ctx); err != nil {
		return err
	}
	_, err = ix.Refresh(ctx)
	return err
}

func (r *report) page(times []time.Duration, html, assets int, visible []time.Duration) {
	r.line("\n## The page of results\n")
	r.line("- Time on the server: p50 %s ms, p99 %s ms, over the questions above.", milliseconds(quantile(times, 0.5)), milliseconds(quantile(times, 0.99)))
	r.line("- Weight, compressed: %.1f kB the heaviest page, %.1f kB its style sheet and script.", float64(html)/1e3, float64(assets)/1e3)
	r.line("- One document changed, and found by a reader that was open: p50 %s ms, at most %s ms, in %d runs.",
		milliseconds(quantile(visible, 0.5)), milliseconds(quantile(visible, 1)), len(visible))
}
