package web

import (
	"context"
	"encoding/csv"
	"io"
	"net/http"
	"path/filepath"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"soi/index/schema"
)

// MaxRows is the number of hits that one table holds at most.
const MaxRows = 100_000

// columns are the heads of a table of hits. More may follow them one day.
var columns = []string{
	"id", "title", "province", "province_now", "published", "year", "level", "directives", "url", "path", "score",
}

// A Table writes the hits of a search as comma-separated values, with a head,
// page after page, however many there are.
//
// A spreadsheet takes a cell that begins with = + - or @ for a formula, and a
// document can say anything. Such a cell gets an apostrophe in front, which
// the spreadsheet shows as text.
type Table struct {
	Search    func(ctx context.Context, req schema.Request) (schema.Results, error)
	FileNames bool          // give the names of files without their folders
	Timeout   time.Duration // for each page; 0 means none
}

// Write writes the hits of a request, at most MaxRows or, if it is not 0, the
// request's limit. Offset and order are the request's; snippets and facets
// are not asked for, and copies of a report are rows of their own. It returns
// the results of the first page. Nothing has been written if the error is one
// of the first page.
func (t Table) Write(ctx context.Context, w io.Writer, req schema.Request) (first schema.Results, err error) {
	left := MaxRows
	if req.Limit > 0 {
		left = min(left, req.Limit)
	}
	req.Facets, req.Snippet, req.Unfold = false, -1, true
	out := csv.NewWriter(w)
	for begun := false; ; begun = true {
		req.Limit = min(schema.MaxLimit, left)
		found, err := t.search(ctx, req)
		if err != nil {
			return first, err
		}
		if !begun {
			first = found
			_ = out.Write(columns) // Error tells, below
		}
		for i := range found.Hits {
			_ = out.Write(t.row(&found.Hits[i]))
		}
		out.Flush()
		left -= len(found.Hits)
		if err := out.Error(); err != nil || found.Next == "" || left <= 0 {
			return first, err
		}
		req.Offset, req.Cursor = 0, found.Next
	}
}

func (t Table) search(ctx context.Context, req schema.Request) (schema.Results, error) {
	if t.Timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, t.Timeout)
		defer cancel()
	}
	return t.Search(ctx, req)
}

func (t Table) row(h *schema.Hit) []string {
	path := h.Path
	if t.FileNames && path != "" {
		path = filepath.Base(path)
	}
	row := []string{
		h.ID, h.Title, h.Province, h.ProvinceNow, h.Published, "", string(h.Level), strings.Join(h.Directives, "; "), h.URL, path, "",
	}
	for i, cell := range row {
		row[i] = harmless(cell)
	}
	if h.Year != 0 {
		row[5] = strconv.Itoa(h.Year)
	}
	row[10] = strconv.FormatFloat(h.Score, 'f', 4, 64)
	return row
}

// harmless is a cell that no spreadsheet takes for a formula. Some look past
// white space, and some take the wide forms of East Asian keyboards too.
func harmless(cell string) string {
	cell = strings.Map(func(r rune) rune {
		if r < ' ' || r == '\u007f' {
			return ' '
		}
		return r
	}, cell)
	first, size := utf8.DecodeRuneInString(strings.TrimSpace(cell))
	if size > 0 && strings.ContainsRune("=+-@|＝＋－＠", first) {
		return "'" + cell
	}
	return cell
}

// tablesAtOnce is how many tables are sent at a time: each can cost as much as
// a hundred searches.
const tablesAtOnce = 2

// table sends the results of a search as a file: all of them, on whatever
// page they were asked for.
func (s *site) table(w http.ResponseWriter, r *http.Request) {
	v := newView(r)
	file := &download{ResponseWriter: w, bodiless: r.Method == http.MethodHead}
	if err := s.writeTable(v, r, file); err != nil {
		if file.begun {
			s.log.Error("table broken off", "path", r.URL.Path, "error", err)
			panic(http.ErrAbortHandler) // so that nobody takes the part for the whole
		}
		s.send(w, r, v, s.failure(v, r, err))
	}
}

func (s *site) writeTable(v view, r *http.Request, file *download) error {
	var st state
	if err := st.read(v.values); err != nil {
		return err
	}
	st.page = 1 // all of them, whichever page asked
	req, err := st.request()
	if err != nil {
		return err
	}
	req.Limit = 0
	if file.bodiless {
		req.Limit = 1
	}
	select {
	case s.tables <- struct{}{}:
		defer func() { <-s.tables }()
	default:
		return errBusy
	}
	search, release := s.searcher.Hold() // the last page is of the documents that the first is of
	defer release()
	_, err = Table{Search: search, FileNames: true, Timeout: s.timeout}.Write(r.Context(), file, req)
	return err
}

// A download is an answer that the browser keeps as a file. Its head is sent
// with its first bytes.
type download struct {
	http.ResponseWriter
	bodiless bool // only the head is asked for
	begun    bool
}

// byteOrderMark begins a file that spreadsheets are to take for UTF-8.
const byteOrderMark = "\ufeff"

// Write implements io.Writer.
func (d *download) Write(b []byte) (int, error) {
	// Without this the writer of a long table would run out of time that was
	// meant for a page.
	_ = http.NewResponseController(d.ResponseWriter).SetWriteDeadline(time.Now().Add(writeTimeout))
	if !d.begun {
		d.begun = true
		head := d.Header()
		head.Set("Content-Type", "text/csv; charset=utf-8; header=present")
		head.Set("Content-Disposition", `attachment; filename="soi.csv"`)
		head.Set("Cache-Control", "private, no-cache")
		d.WriteHeader(http.StatusOK)
		if !d.bodiless {
			if _, err := io.WriteString(d.ResponseWriter, byteOrderMark); err != nil {
				return 0, err
			}
		}
	}
	if d.bodiless {
		return len(b), nil
	}
	return d.ResponseWriter.Write(b)
}
