package place

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"soi/analyzer/viet"
)

//go:generate go run gen.go

//go:embed provinces.txt
var provinceText string

//go:embed districts.txt
var districtText string

//go:embed history.txt
var historyText string

//go:embed earlier.txt
var earlierText string

//go:embed communes.txt
var communeText string

//go:embed communes2025.txt
var communeText2025 string

// units holds the provinces and districts and the ways to find them.
type units struct {
	provinces     []Province // in Vietnamese order
	provinceNames names
	codes         map[string]int // without leading zeros
	joined        map[string]int // slug without hyphens
	districts     []District
	districtNames names
	moved         map[string][]move // by the district's name
}

// A move is what took a district from one province into another.
type move struct {
	from, to string // names of the provinces
	until    string // last day in the first
}

// gazetteer reads the tables when they are first asked for.
var gazetteer = sync.OnceValue(func() *units {
	g := &units{
		provinces:     readProvinces(),
		provinceNames: names{}, districtNames: names{},
		codes: map[string]int{}, joined: map[string]int{},
	}
	for i, p := range g.provinces {
		for _, s := range append([]string{p.Name}, p.aliases...) {
			g.provinceNames.add(s, i)
			g.joined[strings.ReplaceAll(viet.Slug(s), "-", "")] = i
		}
		g.codes[strings.TrimLeft(p.Code, "0")] = i
	}
	for i, p := range g.provinces {
		if p.CodeNow != "" {
			g.codes[strings.TrimLeft(p.CodeNow, "0")] = i // the later bearer of a code wins
		}
	}
	g.districts = append(readDistricts(g.provinces), readHistory()...)
	g.readEarlier()
	for i, d := range g.districts {
		g.districtNames.add(d.Name, i)
	}
	return g
})

// communes holds the third level apart: it is large, and many programs never
// ask for it.
type communes struct {
	communes []Commune
	names    names
}

var communeTable = sync.OnceValue(func() *communes {
	districts := map[string]District{}
	for _, d := range gazetteer().districts {
		districts[d.Code] = d
	}
	g := &communes{names: names{}}
	for _, fields := range rows(communeText, 2) {
		d := districts[fields[0]]
		g.read(fields[1:], Commune{District: d.Name, Province: d.Province})
	}
	byCode := map[string]string{}
	for _, p := range gazetteer().provinces {
		byCode[p.CodeNow] = p.Name
	}
	for _, fields := range rows(communeText2025, 2) {
		g.read(fields[1:], Commune{Province: byCode[fields[0]]})
	}
	for i, c := range g.communes {
		g.names.add(c.Name, i)
	}
	return g
})

// read adds the communes of one line to g; each field is a type letter, a
// colon and names.
func (g *communes) read(fields []string, c Commune) {
	kinds := map[string]string{"x": "xã", "p": "phường", "t": "thị trấn", "k": "đặc khu"}
	for _, field := range fields {
		letter, list, _ := strings.Cut(field, ":")
		c.Type = kinds[letter]
		for name := range strings.SplitSeq(list, "|") {
			c.Name = name
			g.communes = append(g.communes, c)
		}
	}
}

func readProvinces() []Province {
	var out []Province
	for _, f := range rows(provinceText, 7) {
		p := Province{
			Code: f[0], CodeNow: value(f[1]), Name: f[2], Slug: viet.Slug(f[2]),
			Type: f[3], CitySince: value(f[4]), Now: f[5],
		}
		if p.CodeNow == "" {
			p.Until = lastDay
		}
		if aliases := value(f[6]); aliases != "" {
			p.aliases = strings.Split(aliases, "; ")
		}
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b Province) int { return CompareNames(a.Name, b.Name) })
	return out
}

// lastDay is the last day before Merger.
const lastDay = "2025-06-30"

func readDistricts(provinces []Province) []District {
	byCode := map[string]string{}
	for _, p := range provinces {
		byCode[p.Code] = p.Name
	}
	var out []District
	for _, f := range rows(districtText, 4) {
		out = append(out, District{Code: f[0], Type: f[1], Name: f[2], Province: byCode[f[3]], Until: lastDay})
	}
	slices.SortStableFunc(out, func(a, b District) int { return CompareNames(a.Province, b.Province) })
	return out
}

// readEarlier reads which districts were another province's, and the provinces
// that ended before the map of 63.
func (g *units) readEarlier() {
	g.moved = map[string][]move{}
	for _, f := range rows(earlierText, 5) {
		m := move{from: f[1], to: f[2], until: f[0]}
		if len(g.provinceNames.find(split(m.from))) == 0 {
			to := g.provinces[g.provinceNames.find(split(m.to))[0]]
			g.provinceNames.add(m.from, len(g.provinces))
			g.joined[strings.ReplaceAll(viet.Slug(m.from), "-", "")] = len(g.provinces)
			g.provinces = append(g.provinces, Province{
				Name: m.from, Slug: viet.Slug(m.from), Type: "tỉnh", Now: to.Now, Until: m.until, heir: to.Name,
			})
		}
		for _, d := range g.districts {
			if d.Province == m.to && (f[3] == "*" || slices.Contains(strings.Split(f[3], "; "), d.Name)) {
				g.moved[d.Name] = append(g.moved[d.Name], m)
			}
		}
	}
}

func readHistory() []District {
	var out []District
	for _, f := range rows(historyText, 5) {
		out = append(out, District{Until: f[0], Type: f[1], Name: f[2], Province: f[3]})
	}
	return out
}

// rows returns the tab-separated fields of the lines of an embedded table,
// comments left out. A line with fewer fields than the table has is a mistake
// in the program.
func rows(table string, fields int) [][]string {
	var out [][]string
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) < fields {
			panic(fmt.Sprintf("place: embedded table: %d fields, want %d: %q", len(f), fields, line))
		}
		out = append(out, f)
	}
	return out
}

// value reads a field in which "-" stands for nothing.
func value(field string) string {
	if field == "-" {
		return ""
	}
	return field
}
