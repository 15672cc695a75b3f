package index

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"soi/index/schema"
)

// declaring is a report that declares so many acronyms, a line each:
// "BTV=Ban Thường vụ".
func declaring(path string, lines ...string) *schema.Document {
	d := report(path, strings.Join(append([]string{path}, lines...), "\n"))
	for _, l := range lines {
		short, long, _ := strings.Cut(l, "=")
		d.Acronyms = append(d.Acronyms, schema.Acronym{Short: short, Long: long})
	}
	return d
}

// digestFiles lists the files of digests of the live generation of dir.
func digestFiles(t *testing.T, dir string) map[string]os.FileInfo {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, "gen-*", "digest", "*"))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]os.FileInfo{}
	for _, path := range found {
		if files[filepath.Base(path)], err = os.Stat(path); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// An update counts its own documents only: the digests of segments that stay
// are the very files of the generation before, and the sum is that of all
// live documents.
func TestDigests(t *testing.T) {
	const many = 2500 // a smaller segment is merged with the next
	dir := t.TempDir()
	w := begin(t, dir)
	for i := range many {
		put(t, w, declaring("/r/"+strconv.Itoa(i), "BTV=Ban Thường vụ", "BTV=BAN  THƯỜNG VỤ"))
	}
	commit(t, w)
	first := digestFiles(t, dir)
	w = begin(t, dir)
	put(t, w, declaring("/r/z", "BTV=Biên tập viên", "TCĐ=tổ chức đảng"))
	commit(t, w)
	second := digestFiles(t, dir)
	if len(first) != len(digests) || len(second) != 2*len(digests) {
		t.Fatalf("%d files of digests, then %d; want %d for each segment", len(first), len(second), len(digests))
	}
	for name, info := range first {
		if again, ok := second[name]; !ok || !os.SameFile(info, again) {
			t.Errorf("%s is not the file it was", name)
		}
	}
	got := map[string]int{}
	for _, m := range acronymsOf(t, dir).meanings["btv"] {
		got[m.long] = m.documents
	}
	if want := map[string]int{"Ban Thường vụ": many, "Biên tập viên": 1}; !maps.Equal(got, want) {
		t.Errorf("BTV means %v, want %v", got, want)
	}

	// A run that writes many documents merges all segments into one.
	w = begin(t, dir)
	for i := range many / 4 {
		put(t, w, declaring("/r/"+strconv.Itoa(i), "BTV=Ban Thường vụ", "UB=Ủy ban"))
	}
	commit(t, w)
	if third := digestFiles(t, dir); len(third) != len(digests) {
		t.Errorf("after a merge there are %d files of digests", len(third))
	}
	if m := acronymsOf(t, dir).meanings["ub"]; len(m) != 1 || m[0].documents != many/4 {
		t.Errorf("UB means %v", m)
	}
}

func acronymsOf(t *testing.T, dir string) *acronyms {
	t.Helper()
	ix := open(t, dir)
	defer ix.Close() // its generation would stay
	v, release := ix.acquire()
	defer release()
	s, done, err := v.searcher(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer done()
	return s.acronyms
}

func TestDamagedDigest(t *testing.T) {
	for _, content := range []string{"BTV\n", "BTV\tBan Thường vụ\tnhiều\n", "BTV\tBan Thường vụ\t1\n\x00"} {
		if a, err := decodeAcronyms([]byte(content)); err == nil {
			t.Errorf("%q is read as %v", content, a)
		}
	}
	for _, content := range []string{"x", "\xff\xff\xff\xff", "BTV\tBan Thường vụ\t1\n"} {
		if all, err := decodeVoices([]byte(content)); err == nil {
			t.Errorf("%q is read as %d voices", content, len(all))
		}
	}
	dir := small(t)
	ix := open(t, dir)
	if err := os.Remove(onlyFile(t, dir, "gen-*/digest/*."+acronymDigest)); err != nil {
		t.Fatal(err)
	}
	if _, err := ix.Search(t.Context(), schema.Request{Query: "một"}); !errors.Is(err, ErrDamaged) {
		t.Errorf("Search without a digest = %v", err)
	}
}

// Whatever a document declares, its digest can be read again.
func TestHostileAcronyms(t *testing.T) {
	dir := t.TempDir()
	d := report("/r/a", "một")
	for _, short := range []string{"Ban\tChỉ đạo", "B\nT\rV", "\t", "\u2028", "B\x00", "\u0085BTV\u0085"} {
		d.Acronyms = append(d.Acronyms, schema.Acronym{Short: short, Long: short + "\tBan\nThường vụ"})
	}
	w := begin(t, dir)
	put(t, w, d)
	commit(t, w)
	if n := len(acronymsOf(t, dir).meanings); n == 0 {
		t.Error("no acronym is kept")
	}
	if r, err := Verify(t.Context(), dir); err != nil || len(r.Problems) > 0 {
		t.Errorf("Verify = %+v, %v", r, err)
	}
}

// What no reader can read, Verify finds, whatever the manifest says.
func TestVerifyReadsDigests(t *testing.T) {
	dir := small(t)
	v, release := open(t, dir).acquire()
	defer release()
	for kind := range digests {
		change(t, onlyFile(t, dir, "gen-*/digest/*."+kind), func([]byte) []byte { return []byte("x\n") })
	}
	problems := map[string]bool{}
	err := verifyDigests(v, func(path string, err error) {
		problems[strings.TrimPrefix(filepath.Ext(path), ".")] = errors.Is(err, ErrDamaged)
	})
	if err != nil || len(problems) != len(digests) {
		t.Errorf("problems %v, %v", problems, err)
	}
}

func TestAcronymCounts(t *testing.T) {
	counts := acronymCounts{}
	counts.add(0, declaring("/r/a", "UBND=Uỷ ban nhân dân", "CT=chỉ thị"))
	counts.add(1, declaring("/r/b", "UBND=Ủy ban nhân dân", "UBND=ủy ban  nhân dân", "CT=chương trình"))
	content, err := counts.encode()
	if err != nil {
		t.Fatal(err)
	}
	again, err := decodeAcronyms(content)
	if err != nil {
		t.Fatal(err)
	}
	a := newAcronyms([]acronymCounts{again})
	if m, ok := a.agreed("ubnd"); !ok || m.documents != 2 || !slices.Equal(a.shorts["ủy ban nhân dân"], []string{"ubnd"}) {
		t.Errorf("UBND means %v, %v; short forms %v", m, ok, a.shorts)
	}
	if m, ok := a.agreed("ct"); ok || len(a.meanings["ct"]) != 2 {
		t.Errorf("CT means %v alone of %v", m, a.meanings["ct"])
	}
}
