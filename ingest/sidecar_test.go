package ingest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"soi/index/schema"
	"soi/ingest/format"
)

const report = "Huyện ủy Tân Lạc, tỉnh Hòa Bình: Kết quả thực hiện Kết luận số 21-KL/TW\n\n" +
	"Các chi bộ thực hiện Kết luận số 21-KL/TW và Chỉ thị số 05-CT/TW, có kiểm tra.\n"

// values writes what a document says of itself.
func values(d *schema.Document) string {
	return fmt.Sprintf("%s|%s|%d|%s|%s|%s|%s", d.TitleText(), d.Published, d.Year, d.Province, d.ProvinceNow, d.District, d.Level)
}

func TestSidecar(t *testing.T) {
	const title = "Huyện ủy Tân Lạc, tỉnh Hòa Bình: Kết quả thực hiện Kết luận số 21-KL/TW"
	for _, tt := range []struct{ name, file, beside, sidecar, want string }{
		{"none", report, "", "", title + "||0|Hòa Bình|Phú Thọ|Tân Lạc|huyen"},
		{"whole name", report, "a.txt.soi.yaml", "published: 2024-05-01", title + "|2024-05-01|2024|Hòa Bình|Phú Thọ|Tân Lạc|huyen"},
		{"short name", report, "a.soi.yaml", "level: xa\ntitle: Tân Lạc sơ kết", "Tân Lạc sơ kết||0|Hòa Bình|Phú Thọ|Tân Lạc|xa"},
		{"what follows is found anew", report, "a.soi.yaml", "province: Bắc Giang", title + "||0|Bắc Giang|Bắc Ninh||huyen"}, // no Tân Lạc there,
		{"denied", report, "a.soi.yaml", "province: none\ndistrict: none\nlevel: none", title + "||0||||"},
		{"front matter", "---\nlevel: xa\npublished: 2024-05-01\n---\n" + report, "", "", title + "|2024-05-01|2024|Hòa Bình|Phú Thọ|Tân Lạc|xa"},
		{"the sidecar wins", "---\nlevel: xa\npublished: 2024-05-01\n---\n" + report, "a.soi.yaml", "level: tinh",
			title + "|2024-05-01|2024|Hòa Bình|Phú Thọ||tinh"},
	} {
		files := map[string]string{"a.txt": tt.file}
		if tt.beside != "" {
			files[tt.beside] = tt.sidecar
		}
		dir := lay(t, files)
		d := readOne(t, filepath.Join(dir, "a.txt"))
		if got := values(d); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
		if strings.Contains(d.Text, "---") {
			t.Errorf("%s: front matter is left in the text", tt.name)
		}
		checkSpans(t, d)
	}
}

// The whole name of a file comes before its short one, which two files share.
func TestSidecarNames(t *testing.T) {
	dir := lay(t, map[string]string{
		"a.txt": text, "a.md": text, "b.txt.gz": gz(text),
		"a.txt.soi.yaml": "level: xa", "a.soi.yaml": "level: tinh", "b.soi.yaml": "level: khac", "c.soi.yaml": "level: xa",
	})
	var got []string
	for _, e := range walkAll(t, Options{}, dir).entries {
		got = append(got, filepath.Base(e.Source.Path)+"="+string(e.Document.Level))
	}
	if want := "a.md=tinh a.txt=xa b.txt.gz=khac"; strings.Join(got, " ") != want {
		t.Errorf("levels %q, want %s", got, want)
	}
}

// Evidence names the file that states a value.
func TestSidecarEvidence(t *testing.T) {
	dir := lay(t, map[string]string{"a.txt": "---\nkind: bao_cao\n---\n" + report, "a.soi.yaml": "level: xã\ncommune: none"})
	d := readOne(t, filepath.Join(dir, "a.txt"))
	for _, tt := range []struct {
		field schema.Field
		rule  schema.Rule
		quote string
	}{
		{schema.FieldLevel, schema.RuleSidecar, "a.soi.yaml: xã"},
		{schema.FieldCommune, schema.RuleSidecar, "a.soi.yaml: none"},
		{schema.FieldKind, schema.RuleFrontMatter, "bao_cao"},
	} {
		if e := d.Evidence[tt.field]; e.Rule != tt.rule || e.Quote != tt.quote {
			t.Errorf("%s: evidence %+v, want %s: %s", tt.field, e, tt.rule, tt.quote)
		}
	}
}

// The title that the text has of itself is read on as a line of the body.
func TestSidecarTitle(t *testing.T) {
	dir := lay(t, map[string]string{"a.txt": report, "a.soi.yaml": "title: Tân Lạc sơ kết"})
	d := readOne(t, filepath.Join(dir, "a.txt"))
	if len(d.Body) == 0 || !strings.HasPrefix(d.Body[0].Of(d.Text), "Huyện ủy Tân Lạc") {
		t.Errorf("body %v does not begin with the former title", d.Body)
	}
	checkSpans(t, d)
}

func TestSidecarDirectives(t *testing.T) {
	for _, tt := range []struct{ list, want, bad string }{
		{"[21-KL/TW]", "21-KL/TW", ""},
		{"[21-KL/TW@XI, 5 - ct/tw]", "21-KL/TW@XI 05-CT/TW", ""}, // settled by hand, and as typed
		{"[]", "", ""},
		{"none", "", ""},
		{"[05-CT/TW, 37-QĐ/TW]", "05-CT/TW", "a.soi.yaml:1"}, // not in the text
	} {
		dir := lay(t, map[string]string{"a.txt": report, "a.soi.yaml": "directives: " + tt.list})
		got := walkAll(t, Options{}, dir)
		if len(got.entries) != 1 || (tt.bad != "") != (len(got.errs) == 1) || tt.bad != "" && !strings.Contains(got.errs[0].Error(), tt.bad) {
			t.Errorf("%s: %d documents, errors %v, want %q", tt.list, len(got.entries), got.errs, tt.bad)
			continue
		}
		d := got.entries[0].Document
		if ids := strings.Join(d.Directives(), " "); ids != tt.want {
			t.Errorf("%s: directives %s, want %s", tt.list, ids, tt.want)
		}
		for _, r := range d.Relations {
			if r.To == "" || !strings.Contains(tt.want, r.To) {
				t.Errorf("%s: relation to %q is left", tt.list, r.To)
			}
		}
	}
}

// Of two lists the last holds, and neither makes a relation of the document one
// of a directive, or takes a place away. A list of nothing that the text names
// changes nothing.
func TestSidecarDirectivesKeepTheRest(t *testing.T) {
	const plan = "Huyện ủy Tân Lạc, tỉnh Hòa Bình sơ kết một năm\n\n" +
		"Huyện ủy Tân Lạc đã quán triệt, tổ chức thực hiện nghiêm túc Chỉ thị số 05-CT/TW. Kế hoạch số 43-KH/HU của Huyện ủy Tân Lạc được gửi đến các chi bộ.\n"
	const untouched = "05-CT/TW 43-KH/HU@hoa-binh/tan-lac; implements>05-CT/TW"
	for _, tt := range []struct{ name, front, beside, want, bad string }{
		{"none", "", "", untouched, ""},
		{"two lists", "[05-CT/TW]", "[05-CT/TW, 43-KH/HU]", untouched, ""},
		{"the last is shorter", "[05-CT/TW, 43-KH/HU]", "[05-CT/TW]", "05-CT/TW; implements>05-CT/TW", ""},
		{"only front matter", "[43-KH/HU]", "", "43-KH/HU@hoa-binh/tan-lac;", ""},
		{"what another list names wrongly", "[99-KL/TW]", "[43-KH/HU]", "43-KH/HU@hoa-binh/tan-lac;", ""},
		{"nothing named", "", "[99-KL/TW]", untouched, "a.soi.yaml:1"},
	} {
		text := plan
		if tt.front != "" {
			text = "---\ndirectives: " + tt.front + "\n---\n" + plan
		}
		files := map[string]string{"a.txt": text}
		if tt.beside != "" {
			files["a.soi.yaml"] = "directives: " + tt.beside
		}
		got := walkAll(t, Options{}, lay(t, files))
		if len(got.errs) > 1 || (tt.bad != "") != (len(got.errs) == 1) || tt.bad != "" && !strings.Contains(got.errs[0].Error(), tt.bad) {
			t.Errorf("%s: errors %v, want %q", tt.name, got.errs, tt.bad)
		}
		d := got.entries[0].Document
		said := strings.Join(d.Directives(), " ") + ";"
		for _, r := range d.Relations {
			said += " " + r.From + string(r.Kind) + ">" + r.To
		}
		if said != tt.want {
			t.Errorf("%s: %s\nwant %s", tt.name, said, tt.want)
		}
	}
}

// What cannot be used is told with file and line, until it is mended; the rest
// is used.
func TestSidecarErrors(t *testing.T) {
	dir := lay(t, map[string]string{
		"a.txt": report, "a.soi.yaml": "level: xa\ntitel: x\n\npublished: hôm qua\n",
		"b.txt": "---\nlevel: làng\n---\n" + report,
		"c.txt": report, "c.soi.yaml": "level xa",
		"d.txt": report, "d.soi.yaml": "title: " + strings.Repeat("x", format.MaxSidecar),
	})
	if err := os.Mkdir(filepath.Join(dir, "e.soi.yaml"), 0o777); err != nil {
		t.Fatal(err)
	}
	write(t, dir, "e.txt", report)
	const want = "a.soi.yaml:2 a.soi.yaml:4 b.txt:2 c.soi.yaml:1 d.soi.yaml e.soi.yaml"
	known := newMemory()
	for range 2 {
		got := walkAll(t, Options{Known: known}, dir)
		var places []string
		for _, bad := range got.errs {
			place := filepath.Base(bad.Path)
			if bad.Line > 0 {
				place = fmt.Sprintf("%s:%d", place, bad.Line)
			}
			places = append(places, place)
		}
		if strings.Join(places, " ") != want || len(got.entries) != 5 {
			t.Errorf("%d entries, errors at %s, want 5, %s", len(got.entries), places, want)
		}
		if d := got.entries[0].Document; d == nil || d.Level != schema.LevelCommune {
			t.Error("the level beside what cannot be used is not taken")
		}
		known.note(got)
	}
	write(t, dir, "a.soi.yaml", "level: xa\n")
	got := walkAll(t, Options{Known: known}, filepath.Join(dir, "a.txt"))
	known.note(got)
	if again := walkAll(t, Options{Known: known}, filepath.Join(dir, "a.txt")); len(got.errs) > 0 || again.describe() != "a.txt=" {
		t.Errorf("mended: errors %v, then %s", got.errs, again.describe())
	}
}

// A document changes with its sidecar, whatever the times of the files say.
func TestSidecarUnchanged(t *testing.T) {
	dir := lay(t, map[string]string{"a.txt": text, "b.txt": text, "c.jsonl": record("1", "một") + record("2", "hai")})
	known := newMemory()
	for _, step := range []struct {
		name string
		do   func()
		want string
	}{
		{"first run", func() {}, "a.txt b.txt c.jsonl#1 c.jsonl#2 c.jsonl."},
		{"a sidecar comes", func() { write(t, dir, "a.soi.yaml", "level: xa") }, "a.txt b.txt= c.jsonl="},
		{"nothing new", func() {}, "a.txt= b.txt= c.jsonl="},
		{"same size, same time", func() {
			touch(t, dir, "a.soi.yaml", 1)
			known.note(walkAll(t, Options{Known: known}, dir))
			write(t, dir, "a.soi.yaml", "level: XA")
			touch(t, dir, "a.soi.yaml", 1)
		}, "a.txt b.txt= c.jsonl="},
		{"sidecar and file touched", func() {
			touch(t, dir, "a.soi.yaml", 2)
			touch(t, dir, "a.txt", 2)
		}, "a.txt= b.txt= c.jsonl="},
		{"one of records", func() { write(t, dir, "c.soi.yaml", "level: xa") }, "a.txt= b.txt= c.jsonl#1 c.jsonl#2 c.jsonl."},
		{"nothing new with it", func() {}, "a.txt= b.txt= c.jsonl="},
		{"the file of records touched", func() { touch(t, dir, "c.jsonl", 3) }, "a.txt= b.txt= c.jsonl="},
		{"all gone", func() {
			os.Remove(filepath.Join(dir, "a.soi.yaml"))
			os.Remove(filepath.Join(dir, "c.soi.yaml"))
		}, "a.txt b.txt= c.jsonl#1 c.jsonl#2 c.jsonl."},
	} {
		step.do()
		got := walkAll(t, Options{Known: known}, dir)
		if got.describe() != step.want {
			t.Errorf("%s: walk gives %s, want %s", step.name, got.describe(), step.want)
		}
		for _, err := range got.errs {
			t.Errorf("%s: unexpected error: %v", step.name, err)
		}
		known.note(got)
	}
}

// The sidecar of a file of records holds for each of them, but for what only
// one can have; that is told once.
func TestSidecarOfRecords(t *testing.T) {
	dir := lay(t, map[string]string{
		"a.jsonl":    record("1", "một") + record("2", "hai"),
		"a.soi.yaml": "level: xa\nsite: www.xa.example\ntitle: x\nurl: https://xa.example/\ndirectives: []\nkind: thơ\n",
	})
	got := walkAll(t, Options{}, dir)
	for _, e := range got.entries {
		if d := e.Document; d != nil && (d.Level != schema.LevelCommune || d.Site != "xa.example" || d.URL != "" || d.TitleText() == "x") {
			t.Errorf("%s: level %q, site %q, url %q, title %q", d.ID, d.Level, d.Site, d.URL, d.TitleText())
		}
	}
	const bad = 4 // title, url, directives, kind
	if len(got.entries) != 3 || len(got.errs) != bad {
		t.Errorf("%s, errors %v, want %d", got.describe(), got.errs, bad)
	}
}
