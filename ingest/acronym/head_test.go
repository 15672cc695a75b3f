package acronym

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestHeadsTable(t *testing.T) {
	classes := []class{
		bodyName, properName, capitalName, outerName, termName, strictWord, afterWord,
		reverseName, companyName, mediaName, compound, placeName, sourceName,
	}
	lines := map[class][]string{}
	folded := map[string]bool{}
	for line := range strings.Lines(headsText) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		name, entry, _ := strings.Cut(line, ": ")
		c := class(name)
		if !slices.Contains(classes, c) {
			t.Errorf("%q is of no known class", line)
		}
		if entry == "" || entry != strings.ToLower(entry) || !norm.NFC.IsNormalString(entry) || len(strings.Fields(entry)) > maxHead {
			t.Errorf("%q is not in lower case, NFC, of 1 to %d words", line, maxHead)
		}
		if key := name + ": " + keys(entry); folded[key] {
			t.Errorf("%q stands there already", line)
		} else {
			folded[key] = true
		}
		lines[c] = append(lines[c], entry)
	}
	for _, c := range classes {
		if !slices.IsSorted(lines[c]) || len(lines[c]) == 0 {
			t.Errorf("the entries of %s are not sorted, or there are none", c)
		}
	}
	for _, c := range []class{reverseName, companyName, mediaName, outerName} {
		for _, entry := range lines[c] {
			if k := keys(entry); !heads[bodyName][k] && !heads[properName][k] && !heads[termName][k] && !heads[capitalName][k] {
				t.Errorf("%s: %q begins no name", c, entry)
			}
		}
	}
}

func TestNearestHead(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"lãnh đạo Tổng công ty Sao Mai", "Tổng công ty Sao Mai"},
		{"Hội đồng thành viên Tập đoàn Sao Mai", "Tập đoàn Sao Mai"},
		{"Công ty cổ phần Tập đoàn Sao Mai", "Công ty cổ phần Tập đoàn Sao Mai"},
		{"Cục Đầu tư nước ngoài", "Cục Đầu tư nước ngoài"}, // a body, though a common noun is in it
		{"hãng thông tấn trung ương Đài Loan", "hãng thông tấn trung ương Đài Loan"},
		{"Ban Chấp hành và Ủy ban Kiểm tra", "Ủy ban Kiểm tra"},
		{"Bộ trưởng Trần Bình", ""},                // no head in Bộ trưởng
		{"cán bộ Trần Bình", ""},                   // nor in cán bộ
		{"Công ty Sao Mai đã làm hai nhà máy", ""}, // a verb between
		{"Công ty Sao Mai, anh Bình", ""},          // a comma, and no list
	} {
		words := wordsBefore(tt.text, 0, len(tt.text), maxWords)
		got := ""
		if from, _ := nearestHead(words); from >= 0 {
			got = tt.text[words[from].Start:]
		}
		if got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}
