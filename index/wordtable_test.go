package index

import (
	"maps"
	"slices"
	"strconv"
	"testing"

	"soi/index/internal/postings"
)

// What the files beside segments say of them is what their dictionaries say,
// after updates and removals too.
func TestWordTables(t *testing.T) {
	dir := t.TempDir()
	for run := range 3 {
		w := begin(t, dir)
		for i := range 40 {
			put(t, w, report("/r/"+strconv.Itoa((i*7+run*11)%90), "Tự soi lần "+strconv.Itoa(run)+"\nđảng viên tự sửa, việc thứ "+strconv.Itoa(i)))
		}
		commit(t, w)
	}
	v, release := open(t, dir).acquire()
	defer release()
	reader, err := snapshot(v.bleve)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	read := postings.Open(reader, noKey, placed, nil, nil)
	recalled := postings.Open(reader, noKey, placed, nil, nil)
	if err := v.recallWords(recalled); err != nil {
		t.Fatal(err)
	}
	for i, s := range read {
		want, err := s.Order(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if got, err := recalled[i].Order(t.Context()); err != nil || !slices.Equal(got, want) {
			t.Errorf("segment %d: ids in order %v, %v; want %v", i, got, err, want)
		}
	}
	want, err := readForms(t.Context(), read)
	if err != nil {
		t.Fatal(err)
	}
	got, err := readForms(t.Context(), recalled)
	if err != nil {
		t.Fatal(err)
	}
	if len(want) == 0 || len(want[0]) == 0 {
		t.Fatal("no words with marks")
	}
	for i := range want {
		if !maps.EqualFunc(got[i], want[i], func(a, b []form) bool { return slices.Equal(forms{{"": a}}.under(""), forms{{"": b}}.under("")) }) {
			t.Errorf("segment %d: words %v, want %v", i, got[i], want[i])
		}
	}
}

// A file that is cut off, or another segment's, is refused.
func TestWordTableDamaged(t *testing.T) {
	table := &wordTable{
		order: []uint32{2, 0, 1},
		forms: segmentForms{},
	}
	for _, term := range []string{"sói", "sỏi", "sửa", "đảng"} {
		table.forms.add("", term, len(term))
	}
	content, err := table.encode()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := decodeWordTable(content, 3); err != nil {
		t.Fatal(err)
	}
	if _, err := decodeWordTable(content, 4); err == nil {
		t.Error("the table of another segment is read")
	}
	for n := range content {
		if _, err := decodeWordTable(content[:n], 3); err == nil {
			t.Errorf("%d of %d bytes are read as a table", n, len(content))
		}
	}
	for i := range content { // whatever stands there, it ends
		changed := slices.Clone(content)
		changed[i] ^= 0xff
		_, _ = decodeWordTable(changed, 3)
	}
}
