package index_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"soi/index"
	"soi/index/schema"
)

// Raw Telex and VNI put the report on self-examination first, with the words
// marked in its snippet and on its page.
func TestSeedsKeystrokes(t *testing.T) {
	ix := seeds(t)
	for _, tt := range []struct{ query, understood, marked string }{
		{"tuwj soi tuwj suwar", "tự soi tự sửa", "tự soi tự sửa"},
		{"TUWJ SOI, TUWJ SUWAR", "tự SOI tự sửa", "tự soi tự sửa"},
		{`"tuwj soi, tuwj suwar"`, `"tự soi, tự sửa"`, "tự soi, tự sửa"},
		{"tu75 soi", "tự soi", "tự soi"},
		{"tu75 soi tu75 su73a", "tự soi tự sửa", "tự soi tự sửa"},
		{"tuwj soi mã:21-KL/TW", "tự soi mã:21-KL/TW", "tự soi"},
	} {
		req := schema.Request{Query: tt.query}
		r := search(t, ix, req)
		n := note(r, schema.NoteKeystrokes)
		if n == nil || !slices.Equal(n.Args, []string{tt.query, tt.understood}) {
			t.Errorf("%s: notes %q, want it understood as %q", tt.query, notes(r), tt.understood)
		}
		if len(r.Hits) == 0 || r.Hits[0].ID != "000" {
			t.Errorf("%s finds %v, want 000 first", tt.query, ids(r))
			continue
		}
		if got := marked(r.Hits[0].Snippet.Text, r.Hits[0].Snippet.Spans); !strings.Contains(got, tt.marked) {
			t.Errorf("%s marks %q in the snippet, want %q", tt.query, got, tt.marked)
		}
		d, m, err := ix.Document(context.Background(), "000", req)
		if err != nil {
			t.Fatal(err)
		}
		if got := marked(d.Text, m.Spans); !strings.Contains(got, tt.marked) {
			t.Errorf("%s marks %.80q in the document, want %q", tt.query, got, tt.marked)
		}
		if len(m.Notes) == 0 || m.Notes[0].Kind != schema.NoteKeystrokes {
			t.Errorf("%s: notes of the document %v", tt.query, m.Notes)
		}
	}
}

// marked joins what spans mark in text.
func marked(text string, spans []schema.Span) string {
	var all []string
	for _, span := range spans {
		all = append(all, strings.ToLower(span.Of(text)))
	}
	return strings.Join(all, " ")
}

// What a literal request has typed is taken as it stands.
func TestLiteralKeystrokes(t *testing.T) {
	ix := keystrokeCorpus(t)
	for _, tt := range []struct {
		query, want string
		marks       int // in document "a"
	}{
		{"tuwj soi", "", 2},
		{"tu75 soi", "", 0},
		{"tuwj soi tuwj suwar", "", 4},
	} {
		req := schema.Request{Query: tt.query, Literal: true}
		if r := search(t, ix, req); found(r) != tt.want || len(r.Notes) > 0 {
			t.Errorf("%s, literal, finds %q with notes %q", tt.query, found(r), notes(r))
		}
		_, m, err := ix.Document(context.Background(), "a", req)
		if err != nil {
			t.Fatal(err)
		}
		_, decoded, err := ix.Document(context.Background(), "a", schema.Request{Query: tt.query})
		if err != nil {
			t.Fatal(err)
		}
		if len(m.Notes) > 0 || len(decoded.Notes) == 0 || len(m.Spans) >= len(decoded.Spans) {
			t.Errorf("%s marks %d places literally, %d decoded", tt.query, len(m.Spans), len(decoded.Spans))
		}
	}
}

func keystrokeCorpus(t *testing.T) *index.Index {
	return corpus(t,
		text("a", "Sinh hoạt chi bộ", "Đảng viên tự soi, tự sửa theo Quy định số 37-QĐ/TW."),
		text("b", "Kinh tế", "Mẫu xe mới lên đường, giá tăng; ban nhạc Town hát ở quảng trường."),
		text("c", "Bien ban", "Hop chi bo ve nha o, dat o."), // typed without marks
	)
}

func TestKeystrokes(t *testing.T) {
	ix := keystrokeCorpus(t)
	for _, tt := range []struct{ query, want, note string }{
		// Keys.
		{"tuwj", "a", "keystrokes tuwj, tự"},
		{"dduwowngf", "b", "keystrokes dduwowngf, đường"},
		{"d9u7o7ng2", "b", "keystrokes d9u7o7ng2, đường"},
		{"tuwj soi -suwar", "", "keystrokes tuwj soi -suwar, tự soi -sửa"},
		{"(tuwj soi) OR dduwowngf", "a b", "keystrokes (tuwj soi) OR dduwowngf, tự soi OR đường"},
		{"tuwj-soi", "a", "keystrokes tuwj-soi, tự-soi"},
		// A code among keys is none of them, whether it is typed with its Đ or not.
		{"tuwj soi 37-QĐ/TW", "a", "keystrokes tuwj soi 37-QĐ/TW, tự soi 37-QĐ/TW"},
		{`"tuwj soi" "37-qd/tw"`, "a", `keystrokes "tuwj soi" "37-qd/tw", "tự soi" "37-qd/tw"`},
		{"tuwj soi năm:2022", "", "keystrokes tuwj soi năm:2022, tự soi năm:2022"},
		// One word that decodes: the collection decides.
		{"town", "b", ""},                                            // it has that word
		{"dduwowcj", "", ""},                                         // it has neither
		{"nhaf", "c", "keystrokes nhaf, nhà"},                        // nothing of Telex in it, but only so it is found
		{"hats", "b", "keystrokes hats, hát"},                        // the same
		{"has", "", "meant has, há"},                                 // hạ, hà or hát are no há
		{"hoas", "", "meant hoas, hóa"},                              // not even in the collection
		{"ddaats", "c", "keystrokes ddaats, đất"},                    // without marks there
		{"town tuwj", "a", "keystrokes town tuwj, tơn tự relaxed 1"}, // two that decode need no proof
		// No keys.
		{"max tax car", "", "meant max tax car, mã tã cả"},
		{"covid 19", "", ""},
		{"test of web", "", ""},
		{"tu soi", "a", "restored tu soi, tự soi"},
		{"duong", "b", ""},
		{"kinh te", "b", "restored kinh te, kinh tế"},
		{"37-QD/TW", "a", ""},
		{"tự soi tuwj", "a", "relaxed 1"}, // who types marks has no need of keys
		{"ma:37-QD/TW", "", ""},
		{"", "a b c", ""},
	} {
		r := search(t, ix, schema.Request{Query: tt.query})
		if got := found(r); got != tt.want || notes(r) != tt.note {
			t.Errorf("%s finds %q with %q, want %q with %q", tt.query, got, notes(r), tt.want, tt.note)
		}
	}
}

// Keys without end are read and answered like any query.
func TestHostileKeystrokes(t *testing.T) {
	ix := keystrokeCorpus(t)
	for _, query := range []string{
		"tu75 " + strings.Repeat("y1 o6 ", 700),
		`"` + strings.Repeat("tuwj ", 800) + `"`,
		strings.Repeat(`"`+strings.Repeat("suwar ", 30)+`" `, 22),
		"tuwj" + strings.Repeat("-y1", 1300),
		strings.Repeat("(", 16) + strings.Repeat("dduwowngf OR ", 300),
		strings.Repeat("w", 4096),
		strings.Repeat("1-a/", 1024),
	} {
		r := search(t, ix, schema.Request{Query: query})
		if _, _, err := ix.Document(context.Background(), "a", schema.Request{Query: query}); err != nil {
			t.Errorf("%.20q…: %v", query, err)
		}
		if n := note(r, schema.NoteKeystrokes); n != nil && len(n.Args[1]) > 3*len(query) {
			t.Errorf("%.20q… is understood as %d bytes", query, len(n.Args[1]))
		}
	}
}
