package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"soi/index/schema"
)

// String writes labels in one line: name, fields, references.
func (g goldDocument) String() string {
	parts := []string{g.name()}
	for _, field := range slices.Sorted(maps.Keys(g.Fields)) {
		parts = append(parts, string(field)+"="+g.Fields[field])
	}
	for _, r := range g.References {
		s := r.Kind + ":" + label(r.Type, r.Key)
		if g.Spans {
			s += "/" + place(r.Span)
		}
		if r.Dated {
			s += "@" + r.time()
		}
		parts = append(parts, s)
	}
	for _, key := range g.Neither {
		parts = append(parts, "("+key+")")
	}
	return strings.Join(parts, " ")
}

func TestParseGold(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		// With places, as bytes of the file.
		{`{"id":"003","file":"a.txt","title":"T","year":2022,"province":null,"directives":[
			{"kind":"number","canonical":"5-CT/TW","type":"Chỉ thị","byte_start":3,"byte_end":20},
			{"kind":"words","canonical":null,"type":null,"byte_start":30,"byte_end":40}]}`,
			"a.txt province= title=T year=2022 number:5-CT/TW/3-20 words: ?/30-40"},
		// With spans, of a record.
		{`{"id":"r1","half":"dev","province":"Đà Nẵng","references":[
			{"kind":"code","code":"8/2016/NĐ-CP","type":"Nghị định","year":2016,"span":[5,25]},
			{"kind":"code","code":"100/TTg","year":1959,"span":[26,30]},
			{"kind":"number","code":null,"type":"Quy định","term":null,"span":[31,40]},
			{"kind":"code","code":"21-KL/TW","term":"XIII","year":2021,"span":[41,50]}]}`,
			"r1 province=Đà Nẵng code:8/2016/ND-CP/5-25@ code:100/TTG/26-30@1959 number:Quy định ?/31-40@ code:21-KL/TW/41-50@XIII"},
		// Without places, of a record in a file.
		{`{"file":"a.jsonl","id":"r2","level":"xa","codes":["05-CT/TW","21-KL/TW"],"terms":{"21-KL/TW":"XIII"},
			"plenums":["NQTW4-XIII"],"own_number":"215-BC/TU"}`,
			"a.jsonl#r2 level=xa code:5-CT/TW code:21-KL/TW@XIII (NQTW4-XIII) (215-BC/TU)"},
		{`{"file":"a.txt","codes":[]}`, "a.txt ()"}, // complete: no directive at all
	} {
		got, _, err := parseGold([]byte(tt.in))
		if err != nil || got.String() != tt.want {
			t.Errorf("parseGold(%s) =\n%s, %v, want\n%s", tt.in, got, err, tt.want)
		}
	}
	for _, bad := range []string{
		`{}`, `{"file":"a.txt"}`, `{"title":"T"}`, `[1]`, `{"file":"a.txt","title":["T"]}`, `{"file":"a.txt","codes":"21-KL/TW"}`, `{`,
	} {
		if got, _, err := parseGold([]byte(bad)); err == nil {
			t.Errorf("parseGold(%s) = %s, want an error", bad, got)
		}
	}
}

func TestReadGoldHalves(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gold.jsonl")
	lines := `{"id":"a","half":"dev","year":2021}` + "\n\n" + `{"id":"b","half":"held","year":2022}` + "\n"
	if err := os.WriteFile(path, []byte(lines), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ half, want string }{
		{"", "[a year=2021 b year=2022]"},
		{"dev", "[a year=2021]"},
		{"held", "[b year=2022]"},
		{"none", "[]"},
	} {
		got, err := readGold(path, tt.half)
		if err != nil || fmt.Sprint(got) != tt.want {
			t.Errorf("half %q: %v, %v, want %s", tt.half, got, err, tt.want)
		}
	}
	if err := os.WriteFile(path, []byte(lines+"chữ\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := readGold(path, ""); err == nil || !strings.Contains(err.Error(), ":4: ") {
		t.Errorf("error %v, want the number of the line", err)
	}
}

// The labels lie beside the documents, or in a folder beside them.
func TestFileOf(t *testing.T) {
	dir := t.TempDir()
	for _, sub := range []string{"golden", "samples"} {
		if err := os.Mkdir(filepath.Join(dir, sub), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"golden/a.txt", "samples/a.txt", "samples/b.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	gold := filepath.Join(dir, "golden", "gold.jsonl")
	for _, tt := range []struct{ documents, name, want string }{
		{"", "a.txt", "golden/a.txt"},
		{"", "b.txt", "samples/b.txt"},
		{"", "c.txt", "golden/c.txt"}, // nowhere: the error names the first place
		{dir, "b.txt", "b.txt"},
	} {
		got := evalExtractOptions{Gold: gold, Documents: tt.documents}.fileOf(tt.name)
		if got != filepath.Join(dir, tt.want) {
			t.Errorf("fileOf(%s) with documents %q = %s, want %s", tt.name, tt.documents, got, tt.want)
		}
	}
}

// reference makes a found reference.
func reference(kind schema.RefKind, key, identity, typ string, start, end int) schema.Reference {
	return schema.Reference{Kind: kind, Key: key, Identity: identity, Type: typ, Start: start, End: end}
}

func TestCompare(t *testing.T) {
	text := strings.Repeat("x", 200)
	document := func(refs ...schema.Reference) *schema.Document {
		return &schema.Document{
			Text: text, Title: schema.Span{End: 4}, Body: []schema.Span{{Start: 5, End: 100}},
			Year: 2022, Province: "Bắc Giang", References: refs,
		}
	}
	kl := reference(schema.RefCode, "21-KL/TW", "21-KL/TW@XIII", "Kết luận", 10, 20)
	for _, tt := range []struct {
		name, gold string
		found      *schema.Document
		want       string
	}{
		{"fields", `{"id":"d","title":"xx\u200bxx","year":2021,"province":null,"level":"xa","province_now":null}`, document(),
			"title xx\u200bxx=xxxx✓ year 2021=2022✗ province =Bắc Giang✗ level xa=✗"},
		{"right at another end", `{"id":"d","references":[{"kind":"code","code":"21-KL/TW","term":"XIII","span":[12,30]}]}`, document(kl),
			"identities 21-KL/TW@XIII=21-KL/TW@XIII✓ references 21-KL/TW=21-KL/TW✓"},
		{"wrong term", `{"id":"d","references":[{"kind":"code","code":"21-KL/TW","term":"XI","span":[12,30]}]}`, document(kl),
			"identities 21-KL/TW@XI=21-KL/TW@XIII✗ references 21-KL/TW=21-KL/TW✓"},
		{"unknown term", `{"id":"d","references":[{"kind":"code","code":"21-KL/TW","span":[12,30]}]}`, document(kl),
			"identities =21-KL/TW@XIII✗ references 21-KL/TW=21-KL/TW✓"},
		{"term not labelled", `{"file":"d","directives":[{"kind":"code","canonical":"21-KL/TW","byte_start":12,"byte_end":30}]}`, document(kl),
			"references 21-KL/TW=21-KL/TW✓"},
		{"elsewhere", `{"id":"d","references":[{"kind":"code","code":"21-KL/TW","span":[20,30]}]}`, document(kl),
			"references 21-KL/TW=✗ references =21-KL/TW✗"},
		{"another code", `{"id":"d","references":[{"kind":"code","code":"12-KL/TW","span":[10,20]}]}`, document(kl),
			"references 12-KL/TW=✗ references =21-KL/TW✗"},
		{"no code in either", `{"id":"d","references":[{"kind":"number","type":"Quy định","span":[30,40]}]}`,
			document(reference(schema.RefNumber, "", "", "Quy định", 30, 35)), "references Quy định ?=Quy định ?✓"},
		{"one find for two labels", `{"id":"d","references":[{"kind":"code","code":"21-KL/TW","term":"XIII","span":[10,14]},{"kind":"code","code":"21-KL/TW","span":[15,20]}]}`,
			document(kl), "identities 21-KL/TW@XIII=21-KL/TW@XIII✓ references 21-KL/TW=21-KL/TW✓ references 21-KL/TW=✗"},
		{"neither right nor wrong", `{"id":"d","references":[{"kind":"words","span":[10,20]}]}`, document(kl), ""},
		{"plenums are not scored", `{"id":"d","references":[]}`, document(reference(schema.RefPlenum, "NQTW4-XII", "NQTW4-XII", "Nghị quyết", 30, 40)), ""},
		{"noise is not held against", `{"id":"d","references":[]}`, document(reference(schema.RefCode, "1-CT/TW", "", "Chỉ thị", 120, 130)), ""},
		{"codes without places", `{"file":"d","codes":["21-KL/TW","05-CT/TW"],"terms":{"21-KL/TW":"XIII"},"own_number":"9-BC/TU"}`,
			document(kl, kl, reference(schema.RefCode, "9-BC/TU", "", "Báo cáo", 30, 40), reference(schema.RefCode, "1-CT/TW", "", "Chỉ thị", 50, 60)),
			"identities 21-KL/TW@XIII=21-KL/TW@XIII✓ references 21-KL/TW=21-KL/TW✓ references 5-CT/TW=✗ references =1-CT/TW✗"},
	} {
		gold, _, err := parseGold([]byte(tt.gold))
		if err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		c := newComparison()
		c.add(gold, tt.found)
		if got := describeOutcomes(c.outcomes); got != tt.want {
			t.Errorf("%s:\n%s, want\n%s", tt.name, got, tt.want)
		}
	}
}

func describeOutcomes(outcomes []outcome) string {
	var all []string
	for _, o := range outcomes {
		sign := "✗"
		if o.Right {
			sign = "✓"
		}
		all = append(all, o.Field+" "+o.Gold+"="+o.Got+sign)
	}
	return strings.Join(all, " ")
}
