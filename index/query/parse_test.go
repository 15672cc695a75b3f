package query

import (
	"fmt"
	"strings"
	"testing"
)

// tree shows a query as its structure: words bare, everything else named.
func tree(q Query) string {
	var parts []string
	if q.Root != nil {
		parts = append(parts, show(q.Root))
	}
	for _, f := range q.Filters {
		parts = append(parts, "filter "+show(f))
	}
	return strings.Join(parts, "; ")
}

func show(n Node) string {
	switch n := n.(type) {
	case Word:
		return n.Text
	case Phrase:
		if n.Near > 0 {
			return fmt.Sprintf("near(%d, %s)", n.Near, n.Text)
		}
		return fmt.Sprintf("phrase(%s)", n.Text)
	case Field:
		return fmt.Sprintf("%s=%s", n.Name, n.Value)
	case Not:
		return fmt.Sprintf("not(%s)", show(n.Operand))
	case And:
		return "and(" + showAll(n.Operands) + ")"
	case Or:
		return "or(" + showAll(n.Operands) + ")"
	}
	return "?"
}

func showAll(ns []Node) string {
	parts := make([]string, len(ns))
	for i, n := range ns {
		parts[i] = show(n)
	}
	return strings.Join(parts, ", ")
}

func TestParse(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{"  \u00a0\n", ""},
		{"tự soi, tự sửa", "and(tự, soi, tự, sửa)"},
		{`"tự soi, tự sửa"`, "phrase(tự soi, tự sửa)"},
		{"“tự soi, tự sửa”", "phrase(tự soi, tự sửa)"},               // typographic
		{"„tự soi“ «tự sửa»", "and(phrase(tự soi), phrase(tự sửa))"}, // German, French
		{`"Tự soi", "tự sửa"`, "and(phrase(Tự soi), phrase(tự sửa))"},
		{`"tự soi tự sửa"~5`, "near(5, tự soi tự sửa)"},
		{"“tự soi”~05, -\"a b\"~2", "and(near(5, tự soi), not(near(2, a b)))"},
		{`"tự soi"~0`, "phrase(tự soi)"},
		{`"tự soi"~3 5`, "and(near(3, tự soi), 5)"},
		{`"tự soi"~3b`, "and(near(3, tự soi), b)"},
		{`"tự soi"~ "tự sửa"~x`, "and(phrase(tự soi), phrase(tự sửa), x)"}, // a sign that asks for nothing
		{`"tự soi" ~5`, "and(phrase(tự soi), 5)"},
		{`""~5 a`, "a"},
		{"kết luận OR nghị quyết", "or(and(kết, luận), and(nghị, quyết))"}, // OR binds looser
		{"(kết OR luận) số", "and(or(kết, luận), số)"},
		{"kết AND luận", "and(kết, luận)"},
		{"mã:21-KL/TW@ báo", "báo; filter mã=21-KL/TW@"},
		{"hoặc or and", "and(hoặc, or, and)"}, // operators are capitals
		{"a OR (b OR c)", "or(a, b, c)"},
		{"(a (b c)) d", "and(a, b, c, d)"},
		{"kiểm điểm -dân -\"tự soi\"", "and(kiểm, điểm, not(dân), not(phrase(tự soi)))"},
		{"-(a OR b) c", "and(not(or(a, b)), c)"},
		{"-(-a)", "a"},
		{"kinh tế - xã hội", "and(kinh, tế, xã, hội)"}, // a dash between spaces is none
		{"chính trị- xã hội", "and(chính, trị, xã, hội)"},
		{"COVID-19", "COVID-19"},
		{"90,16% (8/42)", "and(90,16, 8/42)"},

		{"21-KL/TW", "21-KL/TW"},
		{"21 - KL/TW", "21-KL/TW"},
		{"21 -KL/TW", "21-KL/TW"}, // not the exclusion of KL/TW
		{"kết luận 21 – kl/tw, 107 - KH/TU", "and(kết, luận, 21-KL/TW, 107-KH/TU)"},

		{`tỉnh:"Bắc Giang" tự soi`, "and(tự, soi); filter tỉnh=Bắc Giang"},
		{"tinh:bac-giang province:x Tỉnh:y", "filter tỉnh=bac-giang; filter tỉnh=x; filter tỉnh=y"},
		{"ma:21-KL/TW code:x mã:“21 - kl/tw”", "filter mã=21-KL/TW; filter mã=x; filter mã=21 - kl/tw"},
		{"mã:21 - KL/TW@XIII soi", "soi; filter mã=21 - KL/TW@XIII"},
		{"năm:2021..2023, nam:2020 year:2019..", "filter năm=2021..2023; filter năm=2020; filter năm=2019.."},
		{"cấp:xã cap:huyen level:tinh", "filter cấp=xã; filter cấp=huyen; filter cấp=tinh"},
		{"ti\u0309nh:a", "filter tỉnh=a"}, // marks apart
		{"soi (tỉnh:a OR tỉnh:b)", "soi; filter tỉnh=a; filter tỉnh=b"},
		{"tỉnh:a OR soi", "or(tỉnh=a, soi)"}, // stays in the tree
		{"tỉnh:a OR năm:2021", "or(tỉnh=a, năm=2021)"},
		{"soi -tỉnh:a", "and(soi, not(tỉnh=a))"},
		{"10:24 https://a.vn/b", "and(10:24, https://a.vn/b)"}, // no field
	} {
		q := Parse(tt.in)
		if got := tree(q); got != tt.want {
			t.Errorf("Parse(%q) = %s, want %s", tt.in, got, tt.want)
		}
		if len(q.Repairs) > 0 {
			t.Errorf("Parse(%q) repairs %v, want nothing", tt.in, q.Repairs)
		}
	}
}

func TestRepairs(t *testing.T) {
	for _, tt := range []struct{ in, want, repairs string }{
		{`"tự soi`, "phrase(tự soi)", `[{unclosed_quote 0 "tự soi}]`},
		{`"a b"~51`, "near(50, a b)", "[{too_far 5 ~51}]"},
		{`"a b"~99999999999999999999`, "near(50, a b)", "[{too_far 5 ~99999999999999999999}]"},
		{"(a OR b", "or(a, b)", "[{unclosed_paren 0 (}]"},
		{"a) b", "and(a, b)", "[{stray_paren 1 )}]"},
		{"OR a OR OR b OR", "or(a, b)", "[{lone_operator 0 OR}]"},
		{"AND a", "a", "[{lone_operator 0 AND}]"},
		{"() a", "a", "[{lone_operator 0 ()}]"},
		{"a -OR b", "or(a, b)", "[{lone_operator 2 -}]"},
		{"tỉnh: Bắc", "and(tỉnh, Bắc)", "[{empty_value 0 tỉnh:}]"},
		{`tỉnh:"" a`, "and(tỉnh, a)", "[{empty_value 0 tỉnh:}]"},
		{"*** ???", "", "[{no_words 0 *** ???}]"},
		{"a) (b", "and(a, b)", "[{stray_paren 1 )} {unclosed_paren 3 (}]"}, // in the order of the text
	} {
		q := Parse(tt.in)
		if got := tree(q); got != tt.want {
			t.Errorf("Parse(%q) = %s, want %s", tt.in, got, tt.want)
		}
		if got := fmt.Sprint(q.Repairs); got != tt.repairs {
			t.Errorf("Parse(%q) repairs %s, want %s", tt.in, got, tt.repairs)
		}
	}
}

// Hostile queries are cut to the limits, and each limit that was met is said.
func TestLimits(t *testing.T) {
	for _, tt := range []struct {
		name, in     string
		repair       RepairKind
		terms, depth int
	}{
		{"terms", strings.Repeat("a ", 10_000), TooManyTerms, MaxTerms, 1},
		{"length", strings.Repeat("dài ", 25_000), TooLong, MaxTerms, 1},
		{"one long word", strings.Repeat("ữ", 50_000), TooLong, 1, 0},
		{"depth", strings.Repeat("(", 2_000) + "a" + strings.Repeat(")", 2_000), TooDeep, 1, 0},
		{"depth, unclosed", strings.Repeat("(a OR ", 600), TooDeep, MaxTerms, 2 * MaxDepth},
		{"depth of minus", strings.Repeat("-(a ", 900), TooDeep, MaxTerms, 2*MaxDepth + 2},
		{"phrase", `"` + strings.Repeat("a ", 500) + `" b`, PhraseTooLong, 2, 1},
		{"stars", strings.Repeat("*", 1000), NoWords, 0, 0},
	} {
		q := Parse(tt.in)
		if !repaired(q, tt.repair) {
			t.Errorf("%s: repairs %v, want %s among them", tt.name, q.Repairs, tt.repair)
		}
		if n := leaves(q.Root); n > tt.terms || n == 0 && tt.terms > 0 {
			t.Errorf("%s: %d terms, want at most %d", tt.name, n, tt.terms)
		}
		if d := height(q.Root); d > tt.depth {
			t.Errorf("%s: a tree %d high, want at most %d", tt.name, d, tt.depth)
		}
	}
}

func TestWordsCounted(t *testing.T) {
	for _, tt := range []struct {
		in          string
		kept, words int
	}{
		{"tự soi, tự sửa", 4, 4},
		{`"tự soi" OR sửa`, 3, 3},
		{strings.Repeat("a ", 300), MaxTerms, 300},
		{strings.Repeat("dài ", 25_000), MaxTerms, 25_000},
		{strings.Repeat("a", 100_000), 1, 1}, // one word that is cut
		{strings.Repeat("(", 5_000) + "tự soi", 0, 2},
		{strings.Repeat("*", 5_000), 0, 0},
		{strings.Repeat("*", 5_000) + " tự", 0, 1},
	} {
		if q := Parse(tt.in); q.Kept != tt.kept || q.Words != tt.words {
			t.Errorf("Parse(%.20q…) kept %d of %d words, want %d of %d", tt.in, q.Kept, q.Words, tt.kept, tt.words)
		}
	}
}

func TestLost(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want bool
	}{
		{"", false},
		{"tự", false},
		{"***", false},
		{"năm:2021", false},
		{strings.Repeat("(", 5_000) + "tự" + strings.Repeat(")", 5_000), true},
		{strings.Repeat("*", 5_000), false},
		{"năm:2021 " + strings.Repeat("(", 5_000) + "tự", false},
		{"tự " + strings.Repeat("(", 5_000) + "soi", false},
	} {
		if q := Parse(tt.in); q.Lost() != tt.want {
			t.Errorf("Parse(%.20q).Lost() = %t, want %t; it kept %d of %d words", tt.in, q.Lost(), tt.want, q.Kept, q.Words)
		}
	}
}

func repaired(q Query, kind RepairKind) bool {
	for _, r := range q.Repairs {
		if r.Kind == kind {
			return true
		}
	}
	return false
}

func leaves(n Node) int {
	switch n := n.(type) {
	case nil:
		return 0
	case Not:
		return leaves(n.Operand)
	case And:
		return sum(n.Operands, leaves)
	case Or:
		return sum(n.Operands, leaves)
	}
	return 1
}

func sum(ns []Node, f func(Node) int) int {
	total := 0
	for _, n := range ns {
		total += f(n)
	}
	return total
}

func height(n Node) int {
	deepest := func(ns []Node) int {
		d := 0
		for _, n := range ns {
			d = max(d, height(n))
		}
		return d + 1
	}
	switch n := n.(type) {
	case Not:
		return height(n.Operand) + 1
	case And:
		return deepest(n.Operands)
	case Or:
		return deepest(n.Operands)
	}
	return 0
}

// The canonical form reads as the same tree without repairs, and every offset
// lies in the query.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		`tỉnh:"Bắc Giang" -("tự soi" OR 21 - KL/TW) năm:2021..2023`,
		"((a OR b) c", "“tự soi", "\"a b\"~7\"c\"~0 ~3 \"\"~2", "mã:5–ct/tw@XII", "21 (KL/TW)", "1! -L TW", "-1! -L TW", `mã:"1" -L TW`, "a\xff-b \xf0", "tinh: -(-x)",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q := Parse(s)
		for _, r := range q.Repairs {
			if r.Offset < 0 || r.Offset > len(s) {
				t.Errorf("Parse(%q): repair %v lies outside", s, r)
			}
		}
		inside(t, s, q)
		canonical := q.String()
		if len(canonical) > MaxLength || repaired(q, TooDeep) {
			return
		}
		again := Parse(canonical)
		if got, want := tree(again), tree(q); got != want {
			t.Errorf("Parse(%q) = %s, but its String %q reads as %s", s, want, canonical, got)
		}
		if len(again.Repairs) > 0 {
			t.Errorf("Parse(%q).String() = %q is repaired: %v", s, canonical, again.Repairs)
		}
	})
}

// inside checks the offsets of all operands of q, a query of s.
func inside(t *testing.T, s string, q Query) {
	t.Helper()
	var walk func(n Node)
	check := func(n Node, start, end int) {
		if start < 0 || start >= end || end > len(s) {
			t.Errorf("Parse(%q): %s stands at [%d,%d)", s, n, start, end)
		}
	}
	walk = func(n Node) {
		switch n := n.(type) {
		case Word:
			check(n, n.Start, n.End)
		case Phrase:
			check(n, n.Start, n.End)
		case Field:
			check(n, n.Start, n.End)
		case Not:
			walk(n.Operand)
		case And:
			for _, o := range n.Operands {
				walk(o)
			}
		case Or:
			for _, o := range n.Operands {
				walk(o)
			}
		}
	}
	walk(q.Root)
	for _, f := range q.Filters {
		walk(f)
	}
}
