package cite

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"soi/testdata/shared"
)

// naive is the plain way to extract: each expression of the grammar is run over
// the whole text, and of overlapping finds the longest is kept. The expressions
// are as simple, and so as fast, as they can be: a type's abbreviation is looked
// up in the table behind the match, a body is any words after "của", nothing is
// repaired but spaces and dashes, there are no lists, and nothing is resolved.
type naive []*regexp.Regexp

func newNaive() naive {
	var names []string
	for _, f := range rows(typesText) {
		_, size := utf8.DecodeRuneInString(f[1])
		names = append(names, `[`+f[1][:size]+strings.ToLower(f[1][:size])+`]`+regexp.QuoteMeta(f[1][size:]))
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
	const (
		number = `[0-9]{1,5}[a-zđ]?`
		sp     = `[ \x{a0}]?`
		dash   = `[-–—‑‐−]`
		letter = `[A-Za-zĐđƯưÐ]`
		issuer = letter + `{2,12}[0-9]{0,2}(?:` + dash + letter + `{1,12}){0,4}`
		date   = `(?:ngày )?[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{4}|ngày [0-9]{1,2} tháng [0-9]{1,2} năm [0-9]{4}`
	)
	kind := `(?:` + strings.Join(slices.Compact(names), "|") + `)`
	var all naive
	for _, e := range []string{
		number + sp + dash + `?` + sp + `(` + letter + `{1,5})` + sp + `(?:/|` + dash + `)` + sp + issuer, // the Party's
		number + sp + `/` + sp + `(?:[0-9]{4}/)?(` + letter + `{1,5})` + sp + `[-/]` + sp + issuer,        // the state's
		number + `/[0-9]{4}/(?:QH|UBTVQH)[0-9]+`,                                                          // laws
		number + `/` + letter + `{2,12}` + dash + letter + `+`,                                            // letters
		number + `[-/](?:CP|HĐBT|TTg|CTN)`,                                                                // old forms
		kind + `(?: số)?:? ` + number + `(?:/[0-9]{4})?`,                                                  // short forms
		`(?:[Nn]ghị quyết|NQ|[Kk]ết luận)(?: [Hh]ội nghị)?(?: lần thứ \p{L}+)? (?:[Tt]rung ương|TW|TƯ|T\.Ư) ?[0-9]{1,2}`,
		`(?:ban hành|ký|ra|có) ` + kind,            // issued by the body before
		` của(?: \p{Lu}\p{L}*){1,8}`,               // issued by the body after
		`kh[oó][aá] (?:X[IV]{0,3}|IX|V?I{1,3}|IV)`, // of a congress
		date,
	} {
		all = append(all, regexp.MustCompile(e))
	}
	return all
}

// find returns the spans of what the expressions find, the longest of those
// that overlap, in order.
func (n naive) find(text string) [][]int {
	var found [][]int
	for _, e := range n {
		for _, m := range e.FindAllStringSubmatchIndex(text, -1) {
			if len(m) == 2 || typesByAbbr[Key(text[m[2]:m[3]])] != nil {
				found = append(found, m[:2])
			}
		}
	}
	slices.SortFunc(found, func(a, b []int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(b[1], a[1])) })
	end := 0
	return slices.DeleteFunc(found, func(s []int) bool {
		if s[0] < end {
			return true
		}
		end = s[1]
		return false
	})
}

// realTexts are so many articles of the corpus that mention Party or state
// bodies, each its title and body.
func realTexts(t testing.TB, articles int) (texts []string, size int64) {
	t.Helper()
	for a := range shared.Articles(t, "party-2k") {
		if len(texts) == articles {
			break
		}
		texts = append(texts, a.Title+"\n\n"+a.Body)
		size += int64(len(texts[len(texts)-1]))
	}
	return texts, size
}

// The plain way is a fair measure only if it finds most of what Find does.
func TestNaiveIsNoStraw(t *testing.T) {
	plain := newNaive()
	all, both := 0, 0
	texts, _ := realTexts(t, 300)
	for _, text := range texts {
		spans := plain.find(text)
		for _, r := range Find(text) {
			all++
			if slices.ContainsFunc(spans, func(s []int) bool { return s[0] < r.End && r.Start < s[1] }) {
				both++
			}
		}
	}
	t.Logf("of %d references the plain way finds %d", all, both)
	if float64(both) < 0.85*float64(all) {
		t.Errorf("of %d references the plain way finds only %d", all, both)
	}
}

// BenchmarkReal compares Find with the plain way on real articles.
func BenchmarkReal(b *testing.B) {
	texts, size := realTexts(b, 200)
	plain := newNaive()
	for _, way := range []struct {
		name string
		find func(string) int
	}{
		{"find", func(text string) int { return len(FindLoose(text)) }},
		{"clean", func(text string) int { return len(NewText(text).clean) }}, // what Find does before
		{"naive", func(text string) int { return len(plain.find(text)) }},
	} {
		b.Run(way.name, func(b *testing.B) {
			b.SetBytes(size)
			for b.Loop() {
				for _, text := range texts {
					way.find(text)
				}
			}
		})
	}
}
