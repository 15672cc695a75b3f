package main

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func TestScores(t *testing.T) {
	got := scores([]outcome{
		{Field: "year", Gold: "2021", Got: "2021", Right: true},
		{Field: "year", Gold: "2021", Got: "2022"},
		{Field: "year", Gold: "2021"},
		{Field: "year", Got: "2022"},
		{Field: "level", Got: "xa"},
		{Field: "title", Gold: "T"},
	})
	year := got["year"]
	if year.Gold != 3 || year.Found != 3 || year.Right != 1 || year.Abstained != 1 || year.Invented != 1 {
		t.Errorf("year: %+v", year)
	}
	if !near(*year.Precision, 1./3) || !near(*year.Recall, 1./3) || !near(*year.F1, 1./3) {
		t.Errorf("year: precision %v, recall %v, F1 %v, want a third each", *year.Precision, *year.Recall, *year.F1)
	}
	if level := got["level"]; level.Recall != nil || *level.Precision != 0 {
		t.Errorf("level, which no label has: %+v", level)
	}
	if title := got["title"]; title.Precision != nil || *title.Recall != 0 {
		t.Errorf("title, which was not found: %+v", title)
	}
}

// The intervals are those of Wilson's paper's formula, worked out apart.
func TestShare(t *testing.T) {
	for _, tt := range []struct {
		n, total    int
		p, low, top float64
	}{
		{5, 10, 0.5, 0.2366, 0.7634},
		{10, 10, 1, 0.7225, 1},
		{0, 10, 0, 0, 0.2775},
		{97, 100, 0.97, 0.9155, 0.9897},
	} {
		p, around := share(tt.n, tt.total)
		const close = 5e-5
		if *p != tt.p || around[0] < tt.low-close || around[0] > tt.low+close || around[1] < tt.top-close || around[1] > tt.top+close {
			t.Errorf("share(%d, %d) = %.4f %.4f, want %.4f [%.4f %.4f]", tt.n, tt.total, *p, *around, tt.p, tt.low, tt.top)
		}
	}
	if p, around := share(0, 0); p != nil || around != nil {
		t.Error("a share of nothing is known")
	}
}

func TestDifference(t *testing.T) {
	year := func(doc, got string) outcome { return outcome{doc, "year", "", "2021", got, got == "2021"} }
	extra := func(place, got string) outcome { return outcome{"d", fieldReferences, place, "", got, false} }
	invented := func(got string) outcome { return outcome{"d", "province", "", "", got, false} }
	for _, tt := range []struct {
		name          string
		before, after []outcome
		gains, losses string
	}{
		{"nothing new", []outcome{year("a", "2021"), extra("1-2", "X")}, []outcome{year("a", "2021"), extra("1-2", "X")}, "", ""},
		{"won", []outcome{year("a", "")}, []outcome{year("a", "2021")}, "a:→2021", ""},
		{"lost", []outcome{year("a", "2021")}, []outcome{year("a", "2022")}, "", "a:2021→2022"},
		{"wrong in another way", []outcome{year("a", "2020")}, []outcome{year("a", "2022")}, "", ""},
		{"a wrong reference more", nil, []outcome{extra("1-2", "X")}, "", "d:→X"},
		{"a wrong reference less", []outcome{extra("1-2", "X")}, nil, "d:X→", ""},
		{"another wrong reference", []outcome{extra("1-2", "X")}, []outcome{extra("1-2", "Y")}, "d:X→", "d:→Y"},
		{"an invented value less", []outcome{invented("Huế")}, nil, "d:Huế→", ""},
		{"another invented value", []outcome{invented("Huế")}, []outcome{invented("Hà Nội")}, "", ""},
		{"a new label", nil, []outcome{year("a", "2021"), year("b", "")}, "", ""},
	} {
		gains, losses := difference(tt.before, tt.after)
		if describeChanges(gains) != tt.gains || describeChanges(losses) != tt.losses {
			t.Errorf("%s: gains %q, losses %q, want %q, %q", tt.name, describeChanges(gains), describeChanges(losses), tt.gains, tt.losses)
		}
	}
}

func describeChanges(changes []change) string {
	var all []string
	for _, c := range changes {
		doc := c.After
		if doc == nil {
			doc = c.Before
		}
		all = append(all, doc.Document+":"+c.Before.got()+"→"+c.After.got())
	}
	return strings.Join(all, " ")
}

// A stored run is read as it was.
func TestSaveRun(t *testing.T) {
	path := filepath.Join(t.TempDir(), "run.json")
	want := extractRun{[]outcome{{"d", "references", "1-2", "", "21-KL/TW", false}, {"d", "title", "", "T", "T", true}}}
	if err := saveRun(path, want); err != nil {
		t.Fatal(err)
	}
	if got, err := readRun[extractRun](path); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("run %+v, %v, want %+v", got, err, want)
	}
}
