package place

import (
	"compress/gzip"
	"encoding/csv"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"soi/testdata/shared"
)

// sharedRows reads a table of ../shared; the first row of a packed one is its
// head and left out.
func sharedRows(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open(shared.Path(t, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var r io.Reader = f
	skip := 0
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
		skip = 1
	}
	table := csv.NewReader(r)
	table.Comma, table.Comment, table.LazyQuotes = '\t', '#', true
	rows, err := table.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[skip:]
}

func TestSharedProvinces(t *testing.T) {
	rows := sharedRows(t, "vectors/tables/provinces.tsv")
	for _, row := range rows {
		if p, ok := FindProvince(row[0]); !ok || p.Name != row[0] || p.Now != row[1] {
			t.Errorf("%s is %+v, want now %s", row[0], p, row[1])
		}
	}
	for _, row := range sharedRows(t, "data/gazetteer/provinces.tsv.gz") {
		set, code, kind, name := row[0], row[1], strings.ToLower(row[3]), row[4]
		p, ok := FindProvince(name)
		switch set {
		case "pre2025":
			ok = ok && p.Code == code && p.TypeOn("2025-06-30") == kind
		default:
			ok = ok && p.CodeNow == code && p.TypeOn(set) == kind
		}
		if !ok {
			t.Errorf("%s: %s %s %s is %+v", set, code, kind, name, p)
		}
	}
}

func TestSharedAmbiguousDistricts(t *testing.T) {
	for _, row := range sharedRows(t, "vectors/tables/ambiguous_districts.tsv") {
		var got []string
		for _, d := range Districts(row[0]) {
			if d.Code != "" {
				got = append(got, d.Province+" ("+strings.ToUpper(d.Type[:1])+d.Type[1:]+")")
			}
		}
		want := strings.Split(row[1], "; ")
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", row[0], got, want)
		}
	}
}

// Every district and commune of the source is in the tables, and no other.
func TestSharedDistrictsAndCommunes(t *testing.T) {
	n := 0
	for _, row := range sharedRows(t, "data/gazetteer/districts.tsv.gz") {
		if row[0] != "final2025" {
			continue
		}
		n++
		if !slices.ContainsFunc(Districts(row[4]), func(d District) bool { return d.Code == row[1] && d.Type == strings.ToLower(row[3]) }) {
			t.Errorf("district %s %s is missing", row[1], row[2])
		}
	}
	if have := len(gazetteer().districts) - len(readHistory()); have != n {
		t.Errorf("%d districts, want %d", have, n)
	}
	for _, row := range sharedRows(t, "data/gazetteer/communes.tsv.gz") {
		set, kind, name, district, province := row[0], row[3], row[4], row[7], row[9]
		if set == "historical" {
			continue
		}
		p, _ := FindProvince(province)
		if !slices.ContainsFunc(Communes(name), func(c Commune) bool {
			return c.Type == strings.ToLower(kind) && c.Province == p.Name &&
				(district == "" && c.District == "" || c.District != "" && strings.HasSuffix(canonical(district), canonical(c.District)))
		}) {
			t.Errorf("%s: commune %s, %s, %s is missing", set, name, district, province)
		}
	}
}

// canonical is a name as its terms are compared.
func canonical(name string) string { return strings.Join(terms(split(name)), " ") }

// What the history says of a name and its province, another source says too.
func TestSharedHistory(t *testing.T) {
	known := map[string]bool{}
	for _, row := range sharedRows(t, "data/gazetteer/districts.tsv.gz") {
		p, _ := FindProvince(row[7])
		known[strings.ToLower(row[3])+" "+canonical(row[4])+" "+p.Name] = true
	}
	for _, d := range readHistory() {
		if d.Until >= "2019-09-11" && !known[d.Type+" "+canonical(d.Name)+" "+d.Province] {
			t.Errorf("no other source knows of %s %s in %s", d.Type, d.Name, d.Province)
		}
	}
}
