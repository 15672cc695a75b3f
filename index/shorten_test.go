package index_test

import (
	"slices"
	"strings"
	"testing"

	"soi/index"
	"soi/index/schema"
)

// acronymCorpus holds documents that agree on BTV, do not agree on CT, and
// declare GPMB once.
func acronymCorpus(t *testing.T) *index.Index {
	declares := func(d *schema.Document, pairs ...string) *schema.Document {
		for i := 0; i < len(pairs); i += 2 {
			d.Acronyms = append(d.Acronyms, schema.Acronym{Short: pairs[i], Long: pairs[i+1]})
		}
		return d
	}
	return corpus(t,
		declares(text("a", "Báo cáo", "Ban Thường vụ (BTV) họp. Chỉ thị (CT) đã gửi."), "BTV", "Ban Thường vụ", "CT", "Chỉ thị"),
		declares(text("b", "Báo cáo", "Ban thường vụ (BTV) họp. Chỉ thị (CT) đã gửi."), "BTV", "Ban thường vụ", "CT", "Chỉ thị"),
		declares(text("c", "Báo cáo", "Chương trình (CT) dài hạn. Giải phóng mặt bằng (GPMB) xong."), "CT", "Chương trình", "GPMB", "Giải phóng mặt bằng"),
		text("short", "Báo cáo", "BTV huyện ủy đã họp."),
		text("long", "Báo cáo", "Ban Thường vụ huyện ủy đã họp."),
		text("apart", "Báo cáo", "Ban tổ chức thường trực làm nhiệm vụ."),
		text("noise", "Báo cáo", "Mặt bằng đã giải phóng, chỉ thị và chương trình đã gửi."),
	)
}

func TestAcronymsInQueries(t *testing.T) {
	ix := acronymCorpus(t)
	for _, tt := range []struct{ query, found, notes string }{
		{"BTV", "a b long short", "acronym BTV|Ban Thường vụ"},
		{"btv huyện ủy", "long short", "acronym btv|Ban Thường vụ"},
		{"ban thường vụ huyện", "long short", "short ban thường vụ|BTV"},
		{"BAN THƯỜNG VỤ", "a apart b long short", "short BAN THƯỜNG VỤ|BTV"}, // apart has the words
		{"ban thuong vu huyen", "long short", "short ban thuong vu|BTV"},
		{`"ban thường vụ"`, "a b long", ""}, // a phrase is what it says
		{"BTV OR mặt", "a b c long noise short", "acronym BTV|Ban Thường vụ"},
		{"họp -BTV", "", "acronym BTV|Ban Thường vụ"},
		{"CT", "a b c", "meanings CT|Chỉ thị|2|Chương trình|1"},
		{"GPMB", "c", ""}, // said by one document alone
		{"giải phóng mặt bằng", "c noise", ""},
	} {
		r := search(t, ix, schema.Request{Query: tt.query})
		found := ids(r)
		slices.Sort(found)
		var notes []string
		for _, n := range r.Notes {
			switch n.Kind {
			case schema.NoteAcronym, schema.NoteShort, schema.NoteMeanings:
				notes = append(notes, string(n.Kind)+" "+strings.Join(n.Args, "|"))
			}
		}
		if got := strings.Join(found, " "); got != tt.found || strings.Join(notes, "; ") != tt.notes {
			t.Errorf("%s finds %q with notes %q, want %q with %q", tt.query, got, notes, tt.found, tt.notes)
		}
	}
}

// Taken literally, a query is what it says.
func TestAcronymsLiterally(t *testing.T) {
	r := search(t, acronymCorpus(t), schema.Request{Query: "BTV", Literal: true})
	if found := ids(r); slices.Contains(found, "long") || len(found) != 3 || len(r.Notes) > 0 {
		t.Errorf("found %v, notes %v", found, r.Notes)
	}
}

// A hit by the other form says so, and lacks no word of what it has in short.
func TestAcronymIsReason(t *testing.T) {
	for _, tt := range []struct{ query, id, want string }{
		{"BTV", "long", "acronym BTV|Ban Thường vụ"},
		{"ban thường vụ huyện", "short", "acronym ban thường vụ|BTV"},
		{"BTV", "short", ""},
	} {
		got := ""
		for _, h := range search(t, acronymCorpus(t), schema.Request{Query: tt.query}).Hits {
			if h.ID != tt.id {
				continue
			}
			for _, r := range h.Why {
				if r.Kind == schema.ReasonAcronym || r.Kind == schema.ReasonLacks {
					got += string(r.Kind) + " " + strings.Join(r.Args, "|")
				}
			}
			if !slices.ContainsFunc(h.Snippet.Spans, func(s schema.Span) bool { return s.End > s.Start }) {
				t.Errorf("%s: nothing is marked in %q", tt.query, h.Snippet.Text)
			}
		}
		if got != tt.want {
			t.Errorf("%s finds %s because of %q, want %q", tt.query, tt.id, got, tt.want)
		}
	}
}
