//go:build ignore

// Gen writes districts.txt, communes.txt and communes2025.txt from the
// gazetteer in ../shared. It takes the rows of
// thanglequoc/vietnamese-provinces-database (MIT) and no others.
package main

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"soi/analyzer/viet"
)

const gazetteer = "../../../shared/data/gazetteer"

const licence = `# Source:  thanglequoc/vietnamese-provinces-database %s,
#          https://github.com/thanglequoc/vietnamese-provinces-database. Taken November 2026. Licence: MIT.
# Changed: types taken off the names, tone marks in their old-style place; written by gen.go.
`

var typeLetters = map[string]string{"Xã": "x", "Phường": "p", "Thị trấn": "t", "Đặc khu": "k"}

func main() {
	log.SetFlags(0)
	districts := rows("districts.tsv.gz")
	communes := rows("communes.tsv.gz")
	write("districts.txt", `# Districts of Việt Nam as they were from 1 March to 30 June 2025, when the level ended; by code.
# Tab-separated: code of the statistics office, type, name, code of the province.
`+fmt.Sprintf(licence, "v2.4.1"), districtLines(districts))
	write("communes.txt", `# Communes of Việt Nam as they were from 1 March to 30 June 2025: a line a district, by its code.
# Tab-separated: code of the district, then a field a type: x (xã), p (phường) or t (thị trấn), a colon, the names by code.
`+fmt.Sprintf(licence, "v2.4.1"), communeLines(communes, "district_code", "final2025"))
	write("communes2025.txt", `# Communes of Việt Nam since 1 July 2025, those renamed or raised by 30 April 2026 under both names: a line a province.
# Tab-separated: code of the province since 1 July 2025, then a field a type: x (xã), p (phường) or k (đặc khu), a colon, the names by code.
`+fmt.Sprintf(licence, "v3.0.2 and v4.2.0"), communeLines(communes, "province_code", "2025-07-01", "2026-04-30"))
}

type row map[string]string

// rows reads a table and drops what is not from the MIT source.
func rows(name string) []row {
	f, err := os.Open(filepath.Join(gazetteer, name))
	check(err)
	defer f.Close()
	z, err := gzip.NewReader(f)
	check(err)
	r := csv.NewReader(z)
	r.Comma, r.LazyQuotes = '\t', true
	records, err := r.ReadAll()
	check(err)
	var out []row
	for _, record := range records[1:] {
		m := row{}
		for i, field := range records[0] {
			m[field] = record[i]
		}
		if strings.HasPrefix(m["source"], "thanglequoc ") {
			out = append(out, m)
		}
	}
	return out
}

func districtLines(rows []row) []string {
	var lines []string
	for _, r := range rows {
		lines = append(lines, strings.Join([]string{r["code"], strings.ToLower(r["type"]), canon(r["name"]), r["province_code"]}, "\t"))
	}
	slices.Sort(lines)
	return lines
}

// communeLines joins the communes of the sets, by the unit they belong to.
func communeLines(rows []row, owner string, sets ...string) []string {
	units := map[string]map[string][]string{} // owner, type letter: "code name"
	for _, r := range rows {
		if !slices.Contains(sets, r["set"]) {
			continue
		}
		unit := units[r[owner]]
		if unit == nil {
			unit = map[string][]string{}
			units[r[owner]] = unit
		}
		letter := typeLetters[r["type"]]
		if letter == "" {
			log.Fatalf("unknown type %q", r["type"])
		}
		unit[letter] = append(unit[letter], r["code"]+" "+canon(r["name"]))
	}
	var lines []string
	for code, unit := range units {
		line := code
		for _, letter := range []string{"x", "p", "t", "k"} {
			names := unit[letter]
			slices.Sort(names)
			names = slices.Compact(names)
			for i, name := range names {
				_, names[i], _ = strings.Cut(name, " ")
			}
			if len(names) > 0 {
				line += "\t" + letter + ":" + strings.Join(names, "|")
			}
		}
		lines = append(lines, line)
	}
	slices.Sort(lines)
	return lines
}

// canon puts the tone marks of a name where Soi has them: "Thuỷ" is "Thủy".
// The case of the letters stays.
func canon(name string) string {
	words := strings.Fields(name)
	for i, word := range words {
		lower := strings.ToLower(word)
		if tone := []rune(viet.CanonTone(lower)); string(tone) != lower {
			head := []rune(word)[:1]
			if tone[0] != []rune(lower)[0] {
				head = []rune(strings.ToUpper(string(tone[:1])))
			}
			words[i] = string(head) + string(tone[1:])
		}
	}
	return strings.Join(words, " ")
}

func write(name, head string, lines []string) {
	var b bytes.Buffer
	b.WriteString(head)
	for _, line := range lines {
		b.WriteString(line + "\n")
	}
	check(os.WriteFile(name, b.Bytes(), 0o644))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
