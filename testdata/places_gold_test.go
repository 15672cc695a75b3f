package testdata

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"soi/analyzer/viet"
)

// located is a line of gold/places.jsonl: whose doing one document tells of,
// where that body stands, and the day of the document. What it leaves open is
// nil.
type located struct {
	ID        string  `json:"id"`
	Half      string  `json:"half"` // "dev" or "held"
	Level     *string `json:"level"`
	Province  *string `json:"province"`
	District  *string `json:"district"`
	Commune   *string `json:"commune"`
	Published *string `json:"published"` // ISO
}

func TestPlaceCountsAgreeWithREADME(t *testing.T) {
	counts := map[string]map[string]int{}
	for _, what := range []string{
		"level `trung_uong`", "level `tinh`", "level `huyen`", "level `xa`", "level `khac`",
		"no level", "with a province", "with a district", "with a commune", "with a date",
	} {
		counts[what] = map[string]int{}
	}
	for _, l := range readLabels[located](t, "places.jsonl") {
		if want := half(l.ID); l.Half != want {
			t.Errorf("%s: half is %q, want %q", l.ID, l.Half, want)
		}
		level := "no level"
		if l.Level != nil {
			level = "level `" + *l.Level + "`"
		}
		if counts[level] == nil {
			t.Errorf("%s: unknown level %q", l.ID, *l.Level)
			continue
		}
		counts[level][l.Half]++
		for what, value := range map[string]*string{
			"with a province": l.Province, "with a district": l.District, "with a commune": l.Commune, "with a date": l.Published,
		} {
			if value != nil {
				counts[what][l.Half]++
			}
		}
	}
	wantRows(t, counts)
}

// commune is a marker of a commune with a name behind it, the rule that the last
// of the documents were drawn by.
var commune = regexp.MustCompile(`(?:^|[^\pL])(?:[Xx]ã|[Pp]hường|[Tt]hị trấn) [\p{Lu}\p{Nd}]`)

// The documents are those that the rule in gold/README.md draws: 30 and 20 of
// those with references, and 24 whose beginning names a commune.
func TestDocumentsWithPlacesAreThoseDrawn(t *testing.T) {
	const beginning = 400 // letters
	halves := map[string][]string{}
	for _, c := range readLabels[cited](t, "references.jsonl") {
		halves[c.Half] = append(halves[c.Half], c.ID)
	}
	texts := partyTexts(t)
	var communes []string
	for _, id := range drawn(texts) {
		letters := []rune(texts[id])
		labelled := slices.Contains(halves["dev"], id) || slices.Contains(halves["held"], id)
		if !labelled && commune.MatchString(string(letters[:min(len(letters), beginning)])) {
			communes = append(communes, id)
		}
	}
	want := slices.Concat(halves["held"][:30], halves["dev"][:20], communes[:24])
	var got []string
	for _, l := range readLabels[located](t, "places.jsonl") {
		got = append(got, l.ID)
	}
	if !slices.Equal(got, want) {
		t.Errorf("the %d documents labelled are not the %d drawn, in their order", len(got), len(want))
	}
}

// Names stand in the texts, a commune is of the third level, and the two files
// agree on provinces.
func TestPlacesFitTheTexts(t *testing.T) {
	texts := partyTexts(t)
	provinces := map[string]*string{}
	for _, c := range readLabels[cited](t, "references.jsonl") {
		provinces[c.ID] = c.Province
	}
	for _, l := range readLabels[located](t, "places.jsonl") {
		text := viet.Slug(texts[l.ID])
		for _, name := range []*string{l.Province, l.District, l.Commune} {
			if name != nil && !strings.Contains(text, viet.Slug(*name)) && !(*name == "Hồ Chí Minh" && strings.Contains(text, "hcm")) {
				t.Errorf("%s does not name %s", l.ID, *name)
			}
		}
		if province, ok := provinces[l.ID]; ok && (province == nil) != (l.Province == nil) || province != nil && *province != *l.Province {
			t.Errorf("%s has two provinces", l.ID)
		}
		if l.Commune != nil && (l.Level == nil || *l.Level != "xa" || l.District == nil) {
			t.Errorf("%s: a commune that is not of the third level or without a district", l.ID)
		}
		if l.Published != nil {
			if _, err := time.Parse(time.DateOnly, *l.Published); err != nil {
				t.Errorf("%s: %v", l.ID, err)
			}
		}
	}
}
