package web

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"

	"soi/index/schema"
)

// A pile is a searcher over any number of hits that are all the same but for
// their ids, in pages as the index gives them.
type pile struct {
	fake
	hits   int
	broken int // hits after which searches fail; 0 never
	asked  []schema.Request

	released int // times that what was held was let go
}

func (p *pile) Hold() (func(context.Context, schema.Request) (schema.Results, error), func()) {
	return p.Search, func() { p.released++ }
}

func (p *pile) Search(_ context.Context, req schema.Request) (schema.Results, error) {
	p.asked = append(p.asked, req)
	from := req.Offset
	if req.Cursor != "" {
		from, _ = strconv.Atoi(req.Cursor)
	}
	if p.broken > 0 && from >= p.broken {
		return schema.Results{}, errors.New("disk on fire")
	}
	r := schema.Results{Total: p.hits}
	for n := from; n < min(from+req.Limit, p.hits); n++ {
		r.Hits = append(r.Hits, schema.Hit{ID: fmt.Sprint("d", n), Title: "Báo cáo", Path: "/kho/a.txt", Score: 1.5})
	}
	if from+req.Limit < p.hits {
		r.Next = strconv.Itoa(from + req.Limit)
	}
	return r, nil
}

func TestTable(t *testing.T) {
	s := get(t, samples(), "/search.csv?q=t%E1%BB%B1+soi&province=bac-giang&sort=newest&page=3")
	if s.code != http.StatusOK {
		t.Fatalf("status %d: %s", s.code, s.body)
	}
	for _, h := range []struct{ name, want string }{
		{"Content-Type", "text/csv; charset=utf-8; header=present"},
		{"Content-Disposition", `attachment; filename="soi.csv"`},
		{"X-Content-Type-Options", "nosniff"},
		{"Cache-Control", "private, no-cache"},
	} {
		if got := s.head.Get(h.name); got != h.want {
			t.Errorf("%s: %q, want %q", h.name, got, h.want)
		}
	}
	body, marked := strings.CutPrefix(s.body, "\ufeff")
	if !marked {
		t.Error("no mark for spreadsheets")
	}
	rows, err := csv.NewReader(strings.NewReader(body)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	same(t, "head", rows[0], []string{"id", "title", "province", "province_now", "published", "year", "level", "directives", "url", "path", "score"})
	if len(rows) != 2 { // filters are kept, and the page does not matter
		t.Fatalf("%d rows: %v", len(rows), rows)
	}
	same(t, "row", rows[1], []string{
		"sample-00", "Bắc Giang: Một năm thực hiện Kết luận 21-KL/TW về xây dựng, chỉnh đốn Đảng", "Bắc Giang", "Bắc Ninh", "2022-11-14",
		"2022", "tinh", "21-KL/TW@XIII; 37-QĐ/TW@XIII", "https://bao.example.vn/bai-2022-11-14", "00.txt", "1.0000",
	})
}

// The page of results links to its own table.
func TestTableLink(t *testing.T) {
	s := get(t, samples(), "/search?q=soi&level=tinh&page=1&sort=newest")
	same(t, "link", s.attrs(".export a", "href"), []string{"/search.csv?q=soi&level=tinh&sort=newest"})
	if n := len(get(t, samples(), "/search?q=zz").all(".export")); n != 0 {
		t.Errorf("a page without results has %d links to a table", n)
	}
}

func TestTableOfManyPages(t *testing.T) {
	for _, tt := range []struct{ hits, limit, rows int }{
		{0, 0, 0}, {1, 0, 1}, {999, 0, 999}, {1000, 0, 1000}, {1001, 0, 1001}, {2500, 0, 2500},
		{2500, 1, 1}, {2500, 1700, 1700},
		{MaxRows + 500, 0, MaxRows},
	} {
		p := &pile{hits: tt.hits}
		var out strings.Builder
		first, err := Table{Search: p.Search}.Write(context.Background(), &out, schema.Request{Limit: tt.limit})
		if rows := strings.Count(out.String(), "\n") - 1; rows != tt.rows || err != nil || first.Total != tt.hits {
			t.Errorf("%d hits, limit %d: %d rows, total %d, error %v", tt.hits, tt.limit, rows, first.Total, err)
		}
		for _, req := range p.asked {
			if req.Limit > schema.MaxLimit || req.Facets || req.Snippet >= 0 || req.Offset > 0 && req.Cursor != "" {
				t.Fatalf("asked for %+v", req)
			}
		}
	}
}

// A table that breaks off breaks the connection: a part never passes for the
// whole. Where nothing was sent yet there is an error page.
func TestTableBroken(t *testing.T) {
	s := get(t, Handler(&pile{hits: 1, broken: -1}, Options{}), "/search.csv?year=x")
	if s.code != http.StatusBadRequest || !strings.HasPrefix(s.head.Get("Content-Type"), "text/html") {
		t.Errorf("status %d, %s", s.code, s.head.Get("Content-Type"))
	}
	p := &pile{hits: 3000, broken: 2000}
	server := httptest.NewServer(Handler(p, Options{}))
	defer server.Close()
	res, err := http.Get(server.URL + "/search.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	rows, err := csv.NewReader(res.Body).ReadAll()
	if err == nil {
		t.Errorf("%d rows and no error", len(rows))
	}
	server.Close()
	if p.released != 1 {
		t.Errorf("what was held was let go %d times", p.released)
	}
}

// slow is a searcher that waits.
type slow struct {
	fake
	begun, wait chan struct{}
}

func (s *slow) Hold() (func(context.Context, schema.Request) (schema.Results, error), func()) {
	return s.Search, func() {}
}

func (s *slow) Search(context.Context, schema.Request) (schema.Results, error) {
	s.begun <- struct{}{}
	<-s.wait
	return schema.Results{}, nil
}

// So many tables at once and no more; pages are not held up by them.
func TestTablesAtOnce(t *testing.T) {
	s := &slow{begun: make(chan struct{}), wait: make(chan struct{})}
	h := Handler(s, Options{})
	var group sync.WaitGroup
	for range tablesAtOnce {
		group.Go(func() {
			h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "http://localhost/search.csv", nil))
		})
		<-s.begun
	}
	if p := get(t, h, "/search.csv"); p.code != http.StatusServiceUnavailable {
		t.Errorf("one more table: status %d", p.code)
	}
	close(s.wait)
	group.Wait()
}

func TestTableHead(t *testing.T) {
	p := &pile{hits: 3000}
	s := get(t, Handler(p, Options{}), "/search.csv", "Method", http.MethodHead)
	if s.code != http.StatusOK || s.body != "" || s.head.Get("Content-Disposition") == "" || len(p.asked) != 1 {
		t.Errorf("status %d, %d bytes, %d searches", s.code, len(s.body), len(p.asked))
	}
}

// A document can say anything; no spreadsheet must take it for a formula.
func TestHarmless(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{"Báo cáo", "Báo cáo"},
		{"=HYPERLINK(1)", "'=HYPERLINK(1)"},
		{"+84 1", "'+84 1"},
		{"-2+3", "'-2+3"},
		{"@SUM(1)", "'@SUM(1)"},
		{"|cmd", "'|cmd"},
		{" =1", "' =1"},
		{"\u00a0=1", "'\u00a0=1"},
		{"\t=1", "' =1"},
		{"\r\n=1", "'  =1"},
		{"＝1", "'＝1"},
		{"a=1", "a=1"},
		{"21-KL/TW@XIII", "21-KL/TW@XIII"},
		{"a\x00b\nc", "a b c"},
	} {
		if got := harmless(tt.in); got != tt.want {
			t.Errorf("harmless(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}
