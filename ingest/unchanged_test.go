package ingest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"soi/index/schema"
)

// memory is a Known that notes what walks gave, as an index does.
type memory struct {
	files   map[string]schema.Source
	records map[string]string
	owners  map[string]string
}

func newMemory() *memory {
	return &memory{map[string]schema.Source{}, map[string]string{}, map[string]string{}}
}

func (m *memory) File(path string) (schema.Source, bool) {
	s, ok := m.files[path]
	return s, ok
}

func (m *memory) Record(id string) (string, bool) {
	hash, ok := m.records[id]
	return hash, ok
}

func (m *memory) Owner(id string) (string, bool) {
	path, ok := m.owners[id]
	return path, ok
}

func (m *memory) note(r result) {
	for _, e := range r.entries {
		if e.Source.SHA256 != "" {
			m.files[e.Source.Path] = e.Source
		}
		if e.Document != nil {
			m.records[e.ID] = e.Source.Record
			m.owners[e.ID] = e.Source.Path
		}
	}
}

// describe writes a walk's entries as "name" for a document, "name=" for what
// is unchanged, and "name." for the end of a file of records.
func (r result) describe() string {
	var all []string
	for _, e := range r.entries {
		s := filepath.Base(e.Source.Path)
		if e.Source.Record != "" {
			s += "#" + e.ID
		}
		switch {
		case e.Unchanged:
			s += "="
		case e.Document == nil:
			s += "."
		}
		all = append(all, s)
	}
	return strings.Join(all, " ")
}

func record(id, body string) string { return fmt.Sprintf("{\"id\":%q,\"body\":%q}\n", id, body) }

func write(t *testing.T, dir, name, content string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
}

// touch sets the time of change of a file, which is one that no other step of
// a test has by chance.
func touch(t *testing.T, dir, name string, minutes int) {
	t.Helper()
	at := time.Date(2024, 1, 1, 0, minutes, 0, 0, time.UTC)
	if err := os.Chtimes(filepath.Join(dir, name), at, at); err != nil {
		t.Fatal(err)
	}
}

// Each step changes the folder and says what a walk then gives.
func TestUnchanged(t *testing.T) {
	dir := lay(t, map[string]string{
		"a.txt": text, "b.html": "<p>" + text, "c.jsonl": record("1", "một") + record("2", "hai"), "d.txt.gz": gz(text),
	})
	known := newMemory()
	for _, step := range []struct {
		name string
		do   func()
		want string
	}{
		{"first run", func() {}, "a.txt b.html c.jsonl#1 c.jsonl#2 c.jsonl. d.txt.gz"},
		{"nothing new", func() {}, "a.txt= b.html= c.jsonl= d.txt.gz="},
		{"touched only", func() {
			for _, name := range []string{"a.txt", "b.html", "c.jsonl", "d.txt.gz"} {
				touch(t, dir, name, 1)
			}
		}, "a.txt= b.html= c.jsonl= d.txt.gz="},
		{"same size, other text", func() {
			write(t, dir, "a.txt", strings.ToUpper(text))
			touch(t, dir, "a.txt", 2)
		}, "a.txt b.html= c.jsonl= d.txt.gz="},
		{"one record changed, one new", func() {
			write(t, dir, "c.jsonl", record("1", "một")+record("2", "HAI")+record("3", "ba"))
			touch(t, dir, "c.jsonl", 3)
		}, "a.txt= b.html= c.jsonl#1= c.jsonl#2 c.jsonl#3 c.jsonl. d.txt.gz="},
		{"a bad line: the file is not noted", func() {
			write(t, dir, "c.jsonl", record("1", "một")+"chữ\n"+record("3", "ba"))
			touch(t, dir, "c.jsonl", 4)
		}, "a.txt= b.html= c.jsonl#1= c.jsonl#3= d.txt.gz="},
		{"the bad line is still there", func() {}, "a.txt= b.html= c.jsonl#1= c.jsonl#3= d.txt.gz="},
		{"another version of ingest", func() {
			for path, s := range known.files {
				s.Version = Version - 1
				known.files[path] = s
			}
			for id := range known.records {
				known.records[id] = "hash of another version"
			}
		}, "a.txt b.html c.jsonl#1 c.jsonl#3 d.txt.gz"},
	} {
		step.do()
		got := walkAll(t, Options{Known: known}, dir)
		if got.describe() != step.want {
			t.Errorf("%s: walk gives %s, want %s", step.name, got.describe(), step.want)
		}
		known.note(got)
	}
}

// An unchanged entry carries the file's new time, so that the next run needs
// no hash.
func TestUnchangedTime(t *testing.T) {
	dir := lay(t, map[string]string{"a.txt": text})
	known := newMemory()
	known.note(walkAll(t, Options{Known: known}, dir))
	touch(t, dir, "a.txt", 5)
	got := walkAll(t, Options{Known: known}, dir)
	if len(got.entries) != 1 || got.entries[0].Source.ModTime.UTC().Minute() != 5 || got.entries[0].ID == "" {
		t.Errorf("entries %+v, want the new time and the id", got.entries)
	}
}

// Ids stay what they are, whichever files share one and come first.
func TestIDs(t *testing.T) {
	dir := lay(t, map[string]string{"b.jsonl": record("1", "một"), "c.jsonl": record("1", "uno") + record("2", "due")})
	path := func(name string) string { return filepath.Join(dir, name) }
	key := func(name string) string { return keyOf(path(name)) + ":" }
	known := newMemory()
	for _, step := range []struct {
		name string
		do   func()
		walk string
		want string
	}{
		{"the second file is prefixed", func() {}, ".",
			"b.jsonl#1 b.jsonl. c.jsonl#" + key("c.jsonl") + "1 c.jsonl#2 c.jsonl."},
		{"and stays so when it is read alone", func() {
			write(t, dir, "c.jsonl", record("1", "uno!")+record("2", "due"))
		}, "c.jsonl", "c.jsonl#" + key("c.jsonl") + "1 c.jsonl#2= c.jsonl."},
		{"a file that comes new does not take ids over", func() {
			write(t, dir, "a.jsonl", record("1", "one")+record("3", "three"))
		}, ".", "a.jsonl#" + key("a.jsonl") + "1 a.jsonl#3 a.jsonl. b.jsonl= c.jsonl="},
		{"but it does from a file that is gone", func() {
			os.Rename(path("b.jsonl"), path("d.jsonl"))
		}, "d.jsonl", "d.jsonl#1 d.jsonl."},
		{"ids like those of files are prefixed", func() {
			write(t, dir, "e.jsonl", record(keyOf(path("f.txt")), "x"))
		}, "e.jsonl", "e.jsonl#" + key("e.jsonl") + keyOf(path("f.txt")) + " e.jsonl."},
		{"a record without id gets one from its line", func() {
			write(t, dir, "g.jsonl", `{"body":"x"}`+"\n")
		}, "g.jsonl", "g.jsonl#" + key("g.jsonl") + keyOf(`{"body":"x"}`) + " g.jsonl."},
		{"which a moved line keeps", func() {
			write(t, dir, "g.jsonl", record("7", "y")+`{"body":"x"}`+"\n")
		}, "g.jsonl", "g.jsonl#7 g.jsonl#" + key("g.jsonl") + keyOf(`{"body":"x"}`) + "= g.jsonl."},
		{"numbers are ids too", func() {
			write(t, dir, "h.jsonl", `{"id":42,"body":"x"}`)
		}, "h.jsonl", "h.jsonl#42 h.jsonl."},
	} {
		step.do()
		got := walkAll(t, Options{Known: known}, path(step.walk))
		if got.describe() != step.want {
			t.Errorf("%s: walk gives\n%s, want\n%s", step.name, got.describe(), step.want)
		}
		for _, err := range got.errs {
			t.Errorf("%s: unexpected error: %v", step.name, err)
		}
		known.note(got)
	}
}

// The id of a file is made of its absolute path, however it was named.
func TestFileID(t *testing.T) {
	dir := lay(t, map[string]string{"a.txt": text})
	t.Chdir(dir)
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	relative, absolute := readOne(t, "a.txt"), readOne(t, filepath.Join(here, "a.txt"))
	if relative.ID != absolute.ID || len(relative.ID) != 16 {
		t.Errorf("ids %q and %q, want one of 16 digits", relative.ID, absolute.ID)
	}
}
